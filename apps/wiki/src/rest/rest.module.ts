import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { ContentModule } from '../content/content.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SearchModule } from '../search/search.module.js';
import { SpacesModule } from '../spaces/spaces.module.js';
import { SystemModule } from '../system/system.module.js';
import { AdminController } from './admin.controller.js';
import { AuditController } from './audit.controller.js';
import { BackupController } from './backup.controller.js';
import { ContentController } from './content.controller.js';
import { ContentPresenter } from './content.presenter.js';
import { GroupController } from './group.controller.js';
import { GroupPresenter } from './group.presenter.js';
import { LabelController } from './label.controller.js';
import { Links } from './links.js';
import { SearchController } from './search.controller.js';
import { SpaceController } from './space.controller.js';
import { SpacePresenter } from './space.presenter.js';
import { SystemController } from './system.controller.js';
import { UserController } from './user.controller.js';
import { UserPresenter } from './user.presenter.js';

/** The wiki's REST, in Confluence's shapes. */
@Module({
  imports: [PeopleModule, GroupsModule, SpacesModule, ContentModule, BackupModule, SearchModule, SystemModule],
  controllers: [
    SearchController,
    UserController,
    SpaceController,
    ContentController,
    LabelController,
    GroupController,
    AdminController,
    AuditController,
    SystemController,
    BackupController,
  ],
  providers: [Links, UserPresenter, SpacePresenter, ContentPresenter, GroupPresenter],
})
export class RestModule {}
