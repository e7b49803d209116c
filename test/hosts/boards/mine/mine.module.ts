import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards.module.js';
import { MineController } from './mine.controller.js';
import { MineGateway } from './mine.gateway.js';
import { MineResolver } from './mine.resolver.js';
import { StaffGateway } from './staff.gateway.js';

/** What the boards gained once there were applications: they may ask how far they go, and staff have a place of their own. */
@Module({
  imports: [BoardsModule],
  controllers: [MineController],
  providers: [MineResolver, MineGateway, StaffGateway],
})
export class MineModule {}
