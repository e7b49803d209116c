import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { PageErrorFilter } from 'nestjs-drawbridge/oauth-provider';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { AdministratorPageGuard } from './administrator-page.guard.js';
import { SignInFilter } from './sign-in.filter.js';

/** A controller of pages for administrators at their browser, with all that keeps everybody else out. */
export const AdministratorPages = (path: string) =>
  applyDecorators(
    Controller(path),
    GuardsItself(),
    ClosedToApplications(),
    UseGuards(AdministratorPageGuard),
    UseFilters(PageErrorFilter, SignInFilter),
  );
