import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { ContentModule } from '../content/content.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { LayoutModule } from '../layout/layout.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SpacesModule } from '../spaces/spaces.module.js';
import { SystemModule } from '../system/system.module.js';
import { AccountsPagesController } from './accounts.pages.controller.js';
import { AdminPagesController } from './admin.pages.controller.js';
import { ContentPagesController } from './content.pages.controller.js';
import { DashboardPagesController } from './dashboard.pages.controller.js';
import { EditorPagesController } from './editor.pages.controller.js';
import { GroupsPagesController } from './groups.pages.controller.js';
import { HistoryPagesController } from './history.pages.controller.js';
import { LoginPagesController } from './login.pages.controller.js';
import { PageModels } from './page-models.service.js';
import { PeoplePagesController } from './people.pages.controller.js';
import { ProfilePagesController } from './profile.pages.controller.js';
import { SpacesPagesController } from './spaces.pages.controller.js';
import { SystemPagesController } from './system.pages.controller.js';

/** The wiki as people see it in a browser. */
@Module({
  imports: [LayoutModule, SpacesModule, ContentModule, PeopleModule, GroupsModule, SystemModule, BackupModule],
  providers: [PageModels],
  controllers: [
    LoginPagesController,
    DashboardPagesController,
    SpacesPagesController,
    EditorPagesController,
    ContentPagesController,
    HistoryPagesController,
    PeoplePagesController,
    ProfilePagesController,
    AdminPagesController,
    AccountsPagesController,
    GroupsPagesController,
    SystemPagesController,
  ],
})
export class PagesModule {}
