import { applyDecorators, UseFilters, UseInterceptors } from '@nestjs/common';
import { HtmlErrorFilter } from './html-error.filter.js';
import { HtmlPageInterceptor } from './html-page.interceptor.js';

/** A controller whose handlers answer with a `WikiPage` or a `SeeOther`; what they throw becomes a page too. */
export const HtmlPages = () => applyDecorators(UseInterceptors(HtmlPageInterceptor), UseFilters(HtmlErrorFilter));
