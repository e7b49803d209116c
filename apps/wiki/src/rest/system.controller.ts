import { Controller, Get } from '@nestjs/common';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SystemInfoService } from '../system/system-info.service.js';

/** What only system administrators see. */
@Controller('rest/api/settings')
@NeedsLevel('SYSTEM_ADMIN')
export class SystemController {
  constructor(private readonly systemInfo: SystemInfoService) {}

  @Get('systemInfo')
  async read() {
    return this.systemInfo.read();
  }
}
