import { Module } from '@nestjs/common';
import { SpacesService } from './spaces.service.js';

/** Spaces. */
@Module({ providers: [SpacesService], exports: [SpacesService] })
export class SpacesModule {}
