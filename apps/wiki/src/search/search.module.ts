import { Module } from '@nestjs/common';
import { SearchService } from './search.service.js';

/** Finding pages and comments. */
@Module({ providers: [SearchService], exports: [SearchService] })
export class SearchModule {}
