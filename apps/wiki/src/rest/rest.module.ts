import { Module } from '@nestjs/common';

/** The wiki's REST, in Confluence's shapes. */
@Module({})
export class RestModule {}
