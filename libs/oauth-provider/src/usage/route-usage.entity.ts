import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a client called one route on one day. */
@Entity('drawbridge_usage_route')
export class RouteUsage {
  @PrimaryColumn({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** The day in UTC, `2026-11-23`. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  /** As it is declared: `GET /rest/api/content/:id`; {@link otherRoutes} for all above {@link mostRoutes} a day. */
  @PrimaryColumn({ type: 'varchar', length: 255 })
  route!: string;

  /** Calls that were let in; of a GraphQL operation each guarded field is one. */
  @Column({ type: 'integer' })
  requests!: number;

  /** Calls that were turned away. */
  @Column({ type: 'integer' })
  refusals!: number;
}

/** How many routes of one client are told apart on one day. */
export const mostRoutes = 100;

/** What the others are counted under. */
export const otherRoutes = 'other';
