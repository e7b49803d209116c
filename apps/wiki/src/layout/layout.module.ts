import { Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';
import { Assets } from './assets.service.js';
import { PageRenderer } from './page-renderer.service.js';

/** The shell around every page. */
@Module({ controllers: [AssetsController], providers: [Assets, PageRenderer], exports: [PageRenderer] })
export class LayoutModule {}
