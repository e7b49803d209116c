import { validate } from 'class-validator';
import { type ClientType } from 'nestjs-drawbridge/oauth-provider';
import { inOrder, type Scope } from 'nestjs-drawbridge/scopes';
import { type LinkSettings } from '../links/link-settings.js';
import { type FieldProblem } from './field-problem.js';
import {
  clientTypeProblem,
  descriptionProblem,
  introspectionProblem,
  nameProblem,
  plainPkceProblem,
  redirectUrisProblem,
  rememberConsentProblem,
  scopesProblem,
  switchProblem,
  versionProblem,
} from './field-rules.js';
import { InvalidLinkException } from './invalid-link.exception.js';
import { Judged } from './judged.decorator.js';
import { lifetimeProblem } from './lifetime-field.js';
import { type LinkRules } from './link-rules.service.js';

/** The fields of a link as they came in: anything at all. */
export type GivenFields = Partial<Record<Exclude<keyof LinkForm, 'rules'>, unknown>>;

/** Settings of a link that passed every check. */
export interface CheckedLink extends LinkSettings {
  readonly clientType: ClientType;
  /** The version they replace; 1 where nothing is replaced. */
  readonly version: number;
}

/** What somebody wants a link to be, in JSON or by the page's form: one set of checks for both. */
export class LinkForm {
  @Judged(nameProblem)
  readonly name: unknown;

  @Judged(descriptionProblem)
  readonly description: unknown;

  @Judged(clientTypeProblem)
  readonly clientType: unknown;

  @Judged(scopesProblem)
  readonly scopes: unknown;

  @Judged<LinkForm>(redirectUrisProblem)
  readonly redirectUris: unknown;

  @Judged(switchProblem)
  readonly pkceRequired: unknown;

  @Judged(plainPkceProblem)
  readonly plainPkceAllowed: unknown;

  @Judged(introspectionProblem)
  readonly mayIntrospectAll: unknown;

  @Judged(lifetimeProblem('accessTokenSeconds'))
  readonly accessTokenSeconds: unknown;

  @Judged(lifetimeProblem('refreshTokenSeconds'))
  readonly refreshTokenSeconds: unknown;

  @Judged(lifetimeProblem('familySeconds'))
  readonly familySeconds: unknown;
  @Judged<LinkForm>(rememberConsentProblem)
  readonly rememberConsent: unknown;

  @Judged(switchProblem)
  readonly enabled: unknown;

  @Judged(versionProblem)
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

  /** @throws InvalidLinkException with a problem for each field that is not right */
  async check(): Promise<CheckedLink> {
    const faults = await validate(this);
    const problems = faults.map(({ property, constraints }): FieldProblem => {
      return { field: property, message: Object.values(constraints ?? {}).join(' ') };
    });
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
