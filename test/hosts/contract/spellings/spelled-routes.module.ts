import { All, Controller, Delete, Get, Head, Module, Options, Post, Version } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { byMethod, ClosedToApplications, RequireScope, type RouteRule } from 'nestjs-drawbridge/scopes';
import { ran } from '../host/journal.js';

/** Several paths, methods of its own and of others, wildcards, and a narrower route before a wider one. */
@Controller(['pages', 'also/pages'])
class PagesController {
  @Get()
  list(): string {
    return ran('READ pages.list');
  }

  @Post()
  add(): string {
    return ran('WRITE pages.add');
  }

  @Get('admin')
  administer(): string {
    return ran('ADMIN pages.administer');
  }

  @Get('files/*')
  file(): string {
    return ran('READ pages.file');
  }

  @Head('probe')
  probe(): string {
    return ran('ADMIN pages.probe');
  }

  @Options('probe')
  options(): string {
    return ran('ADMIN pages.options');
  }

  @Get(':id')
  one(): string {
    return ran('READ pages.one');
  }

  @Delete(':id')
  remove(): string {
    return ran('ADMIN pages.remove');
  }

  @Post('search')
  @RequireScope('READ')
  search(): string {
    return ran('READ pages.search');
  }
}

@Controller('admin')
class AdminController {
  @Get()
  list(): string {
    return ran('ADMIN admin.list');
  }

  @All('any')
  any(): string {
    return ran('ADMIN admin.any');
  }

  @Get('*')
  rest(): string {
    return ran('ADMIN admin.rest');
  }
}

@Controller('closed')
@ClosedToApplications()
class ClosedController {
  @Get()
  list(): string {
    return ran('CLOSED closed.list');
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  list(): string {
    return ran('NONE forgotten.list');
  }
}

abstract class BaseController {
  @Get('inherited/all')
  @RequireScope('SYSTEM_ADMIN')
  inherited(): string {
    return ran('SYSTEM_ADMIN base.inherited');
  }
}

@Controller('derived')
class DerivedController extends BaseController {
  @Get(':id')
  one(): string {
    return ran('READ derived.one');
  }
}

/** Two versions of one path, and a method of the first that is there in the second. */
@Controller({ path: 'reports', version: '1' })
class ReportsController {
  @Get()
  list(): string {
    return ran('READ reports.list');
  }

  @Get('all')
  @Version('2')
  all(): string {
    return ran('ADMIN reports.all');
  }
}

@Controller({ path: 'reports', version: '2' })
@RequireScope('ADMIN')
class NewReportsController {
  @Get()
  list(): string {
    return ran('ADMIN newReports.list');
  }
}

@Controller('rooms')
class RoomsController {
  @Get()
  list(): string {
    return ran('WRITE rooms.list');
  }
}

@Module({ controllers: [RoomsController] })
class RoomsModule {}

@Controller('plugin')
class PluginController {
  @Get()
  list(): string {
    return ran('WRITE plugin.list');
  }
}

class PluginModule {}

/** Every way a route can be declared. Each handler notes the scope it needs. */
@Module({
  imports: [
    RoomsModule,
    RouterModule.register([{ path: 'mounted', module: RoomsModule }]),
    { module: PluginModule, controllers: [PluginController] },
  ],
  controllers: [
    PagesController,
    AdminController,
    ClosedController,
    ForgottenController,
    DerivedController,
    ReportsController,
    NewReportsController,
  ],
})
export class SpelledRoutesModule {}

/** What opens them. */
export const spelledRules: readonly RouteRule[] = [
  ...['/pages', '/also/pages'].flatMap((path): RouteRule[] => [
    { path: [`${path}/admin`, `${path}/probe`], scope: 'ADMIN' },
    { path: `${path}/*`, method: 'DELETE', scope: 'ADMIN' },
    { path: `${path}/*`, scope: byMethod },
  ]),
  { path: '/admin/*', scope: 'ADMIN' },
  { path: '/derived/*', scope: 'READ' },
  { path: '/reports/all', scope: 'ADMIN' },
  { path: '/reports', scope: 'READ' },
  { path: ['/mounted/*', '/plugin'], scope: 'WRITE' },
];
