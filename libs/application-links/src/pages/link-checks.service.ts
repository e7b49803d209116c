import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { Forms, type HttpRequest, Languages, phrased } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { type GivenFields, LinkForm } from '../form/link-form.js';
import { LinkRules } from '../form/link-rules.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { nameTaken } from '../links/name-taken.exception.js';
import { say } from '../words/link-words.js';
import { besideInputs } from './problems-of.js';

/** Judges the fields of a link while somebody fills them in, by the rules they are saved by. Changes nothing. */
@Injectable()
export class LinkChecks {
  constructor(
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Languages) private readonly languages: Languages,
    @Inject(LinkRules) private readonly rules: LinkRules,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
  ) {}

  /**
   * What is wrong, in the reader's words, by the id of each input.
   *
   * @param id the link that is changed; `null` for a new one
   * @throws ForbiddenException for what no page of this session sent
   */
  async answer(request: HttpRequest, fields: GivenFields, id: string | null): Promise<Record<string, string>> {
    const { person } = administratorOf(request);
    if (!person) throw phrased(ForbiddenException, say('form.notInBrowser'));
    const refusal = await this.forms.sessionRefusal(request, person);
    if (refusal) throw phrased(ForbiddenException, say(refusal === 'other-origin' ? 'form.otherSite' : 'form.forged'));
    const form = new LinkForm(fields, this.rules);
    const problems = form.problems();
    const isNameGood = !problems.some(({ field }) => field === 'name');
    const isTaken = isNameGood && (await this.lookup.isNameTaken(form.name as string, id));
    const reader = await this.languages.readerOf(request);
    const all = besideInputs(isTaken ? [...problems, nameTaken] : problems);
    return Object.fromEntries([...all].map(([input, phrase]) => [input, phrase(reader)]));
  }
}
