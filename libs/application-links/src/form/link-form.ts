import { type ClientType, type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { inOrder, type Scope } from 'nestjs-drawbridge/scopes';
import { type LinkSettings } from '../links/link-settings.js';
import { type FieldProblem } from './field-problem.js';
import {
  clientTypeProblem,
  descriptionProblem,
  introspectionProblem,
  nameProblem,
  plainPkceProblem,
  redirectUrisProblems,
  rememberConsentProblem,
  scopesProblem,
  switchProblem,
  versionProblem,
} from './field-rules.js';
import { InvalidLinkException } from './invalid-link.exception.js';
import { lifetimeProblem } from './lifetime-field.js';
import { type LinkRules } from './link-rules.service.js';

/** The fields of a link as they came in: anything at all. */
export type GivenFields = Partial<Record<Exclude<keyof LinkForm, 'rules' | 'check' | 'problems'>, unknown>>;

/** Settings of a link that passed every check. */
export interface CheckedLink extends LinkSettings {
  readonly clientType: ClientType;
  /** The version they replace; 1 where nothing is replaced. */
  readonly version: number;
}

type Judge = (value: unknown, form: LinkForm) => readonly Omit<FieldProblem, 'field'>[];

const by =
  (problemOf: (value: unknown, form: LinkForm) => Phrase | null): Judge =>
  (value, form) => {
    const phrase = problemOf(value, form);
    return phrase ? [{ phrase }] : [];
  };

/** What judges each field, in the order in which problems are named. */
const judges: Readonly<Record<keyof GivenFields, Judge>> = {
  name: by(nameProblem),
  description: by(descriptionProblem),
  clientType: by(clientTypeProblem),
  scopes: by(scopesProblem),
  redirectUris: redirectUrisProblems,
  pkceRequired: by(switchProblem),
  plainPkceAllowed: by(plainPkceProblem),
  mayIntrospectAll: by(introspectionProblem),
  accessTokenSeconds: by(lifetimeProblem('accessTokenSeconds')),
  refreshTokenSeconds: by(lifetimeProblem('refreshTokenSeconds')),
  familySeconds: by(lifetimeProblem('familySeconds')),
  rememberConsent: by(rememberConsentProblem),
  enabled: by(switchProblem),
  version: by(versionProblem),
};

/** What somebody wants a link to be, in JSON or by the page's form: one set of checks for both. */
export class LinkForm {
  readonly name: unknown;
  readonly description: unknown;
  readonly clientType: unknown;
  readonly scopes: unknown;
  readonly redirectUris: unknown;
  readonly pkceRequired: unknown;
  readonly plainPkceAllowed: unknown;
  readonly mayIntrospectAll: unknown;
  readonly accessTokenSeconds: unknown;
  readonly refreshTokenSeconds: unknown;
  readonly familySeconds: unknown;
  readonly rememberConsent: unknown;
  readonly enabled: unknown;
  readonly version: unknown;

  constructor(
    given: GivenFields,
    readonly rules: LinkRules,
  ) {
    this.name = typeof given.name === 'string' ? given.name.trim() : given.name;
    this.description = typeof given.description === 'string' ? given.description.trim() : (given.description ?? '');
    this.clientType = given.clientType ?? 'confidential';
    this.scopes = given.scopes;
    this.redirectUris = given.redirectUris;
    this.pkceRequired = given.pkceRequired ?? false;
    this.plainPkceAllowed = given.plainPkceAllowed ?? false;
    this.mayIntrospectAll = given.mayIntrospectAll ?? false;
    this.accessTokenSeconds = given.accessTokenSeconds ?? null;
    this.refreshTokenSeconds = given.refreshTokenSeconds ?? null;
    this.familySeconds = given.familySeconds ?? null;
    this.rememberConsent = given.rememberConsent ?? false;
    this.enabled = given.enabled ?? true;
    this.version = given.version;
  }

  /** What is wrong, field by field in the order of the form. */
  problems(): readonly FieldProblem[] {
    const fields = Object.keys(judges) as (keyof GivenFields)[];
    return fields.flatMap((field) => judges[field](this[field], this).map((problem) => ({ field, ...problem })));
  }

  /** @throws InvalidLinkException with a problem for each field that is not right */
  check(): CheckedLink {
    const problems = this.problems();
    if (problems.length > 0) throw new InvalidLinkException(problems);
    return {
      name: this.name as string,
      description: this.description as string,
      clientType: this.clientType as ClientType,
      scopes: inOrder(this.scopes as readonly Scope[]),
      redirectUris: [...(this.redirectUris as readonly string[])],
      pkceRequired: this.pkceRequired as boolean,
      plainPkceAllowed: this.plainPkceAllowed as boolean,
      mayIntrospectAll: this.mayIntrospectAll as boolean,
      accessTokenSeconds: this.accessTokenSeconds as number | null,
      refreshTokenSeconds: this.refreshTokenSeconds as number | null,
      familySeconds: this.familySeconds as number | null,
      rememberConsent: this.rememberConsent as boolean,
      enabled: this.enabled as boolean,
      version: this.version as number,
    };
  }
}
