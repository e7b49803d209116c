/** A page in the tree of a space. */
export interface TreePage {
  readonly id: string;
  readonly title: string;
  readonly children: readonly TreePage[];
}

/** The space a page belongs to, as the sidebar shows it. */
export interface SpaceFrame {
  readonly kind: 'space';
  readonly key: string;
  readonly name: string;
  readonly tree: readonly TreePage[];
  /** The page being read; none on the space's own page. */
  readonly currentPage?: string;
}

/** The entries of the administration area, each also the path under `/admin`. */
export type AdminEntry = 'application-links' | 'people' | 'groups' | 'audit' | 'system' | 'backup';

/** The tabs of a person's own profile. */
export type ProfileTab = 'profile' | 'password' | 'language' | 'authorized-applications';

/** What stands around a page: which navigation, and what is marked as current in it. */
export type Frame =
  | { readonly kind: 'plain'; readonly current?: 'home' | 'spaces' }
  | { readonly kind: 'focused'; readonly wide?: boolean }
  | { readonly kind: 'admin'; readonly current: AdminEntry | 'overview' }
  | { readonly kind: 'profile'; readonly current: ProfileTab }
  | SpaceFrame;
