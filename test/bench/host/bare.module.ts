import { Module } from '@nestjs/common';
import { BenchController } from './bench.controller.js';

/** The measured route and nothing else. */
@Module({ controllers: [BenchController] })
export class BareModule {}
