import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { paths } from '../paths.js';
import { ReachQuestions } from '../reach/reach-questions.service.js';
import { reachQueryIn } from '../reach/reach-query.js';
import { reachJson } from './reach-json.js';
import { sliceIn } from './query-parameters.js';

/** What applications can reach, as JSON. */
@Controller(`${paths.rest}/routes`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class ReachController {
  constructor(@Inject(ReachQuestions) private readonly questions: ReachQuestions) {}

  @Get()
  async list(@Query() given: unknown) {
    const slice = sliceIn(given);
    return { ...reachJson(await this.questions.ask(reachQueryIn(given, slice))), ...slice };
  }
}
