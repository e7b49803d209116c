import { Module } from '@nestjs/common';
import { SpacesModule } from '../spaces/spaces.module.js';
import { CommentsService } from './comments.service.js';
import { ContentVersionsService } from './content-versions.service.js';
import { ContentService } from './content.service.js';
import { LabelsService } from './labels.service.js';

const services = [ContentService, ContentVersionsService, CommentsService, LabelsService];

/** Pages, their versions, comments and labels. */
@Module({ imports: [SpacesModule], providers: services, exports: services })
export class ContentModule {}
