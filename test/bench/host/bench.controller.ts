import { Controller, Get } from '@nestjs/common';

/** The route that is measured, with and without guards. */
@Controller('bench')
export class BenchController {
  @Get()
  answer(): { readonly title: string } {
    return { title: 'A page' };
  }
}
