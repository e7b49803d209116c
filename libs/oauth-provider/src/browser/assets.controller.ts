import { Controller, Get, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { paths } from '../paths.js';
import { assets } from './assets.js';
import { type HttpResponse } from './http-exchange.js';

/** The style sheet and the script of our pages. */
@Controller(paths.assets)
@GuardsItself()
@ClosedToApplications()
export class AssetsController {
  @Get(':file')
  file(@Param('file') file: string, @Res({ passthrough: true }) response: HttpResponse): StreamableFile {
    const asset = assets.get(file);
    if (!asset) throw new NotFoundException(`There is no file '${file}'.`);
    response.header('Cache-Control', 'public, max-age=31536000, immutable');
    response.header('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(asset.content, { type: asset.type });
  }
}
