import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { Public } from '../sessions/public.decorator.js';
import { Assets } from './assets.service.js';

/** Serves the wiki's own style sheets, scripts and drawings. */
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Public()
  @Get(':file')
  file(
    @Param('file') file: string,
    @Query('v') version: unknown,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
  ): string {
    const asset = this.assets.find(file);
    if (!asset) throw new NotFoundException('There is no such file.');
    response.header('content-type', asset.contentType);
    response.header('x-content-type-options', 'nosniff');
    response.header('cache-control', version === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache');
    return asset.text;
  }
}
