import { lowerOf, type Scope, suffices } from '../ladder/scope.js';

/** On whose behalf, through which application and how far a request that carries a token may go. */
export class Access {
  /** The client id of the application. */
  readonly clientId: string;
  /** The person who let it in. */
  readonly userId: string;
  /** The highest scope the token was granted. */
  readonly scope: Scope;
  /** The level the person holds **now**, or `null` when none. */
  readonly personLevel: Scope | null;

  constructor(fields: Pick<Access, 'clientId' | 'userId' | 'scope' | 'personLevel'>) {
    this.clientId = fields.clientId;
    this.userId = fields.userId;
    this.scope = fields.scope;
    this.personLevel = fields.personLevel;
  }

  /** The lower of what was granted and what the person holds; `null` when nothing is left. */
  get effective(): Scope | null {
    return lowerOf(this.scope, this.personLevel);
  }

  /** Whether this access reaches what needs `scope`. */
  can(scope: Scope): boolean {
    const { effective } = this;
    return effective !== null && suffices(effective, scope);
  }
}

/** On the request itself: a weak map of requests costs the garbage collector more than everything else a guard does. */
const noted = Symbol('drawbridge access');

/** What may carry an access: a request, or whatever else belongs to a call. */
type Carrier = object & { [noted]?: Access | undefined };

/** Makes the place that {@link setAccess} fills, while that costs nothing. Empty, it is no access. */
export function makePlaceForAccess(request: object): void {
  (request as Carrier)[noted] = undefined;
}

/** The access a request was let in with, or `undefined` when it carries no token. */
export function accessOf(request: object): Access | undefined {
  return (request as Carrier)[noted];
}

/** Notes what a token allows. Called once by whoever checked the token, before {@link ScopesGuard} judges. */
export function setAccess(request: object, access: Access): void {
  (request as Carrier)[noted] = access;
}
