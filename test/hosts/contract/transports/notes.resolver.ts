import { Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Access, ClosedToApplications, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { ran } from '../host/journal.js';
import { ticking } from './ticking.js';
import { NoteModel } from './note.model.js';

const note = { id: '1' };

/** A field for each scope, and one for none. */
@Resolver(() => NoteModel)
export class NotesResolver {
  @Query(() => NoteModel)
  note(): NoteModel {
    ran('READ Query.note');
    return note;
  }

  @Query(() => String)
  whoAmI(@CurrentAccess() access: Access | undefined): string {
    ran('READ Query.whoAmI');
    return access ? `${access.userId} ${access.effective ?? 'nothing'}` : 'a session';
  }

  @Query(() => String)
  @ClosedToApplications()
  diary(): string {
    return ran('CLOSED Query.diary');
  }

  @Mutation(() => String)
  write(): string {
    return ran('WRITE Mutation.write');
  }

  @Mutation(() => String)
  administer(): string {
    return ran('ADMIN Mutation.administer');
  }

  @Mutation(() => String)
  govern(): string {
    return ran('SYSTEM_ADMIN Mutation.govern');
  }

  @ResolveField(() => String)
  text(): string {
    return ran('READ Note.text');
  }

  @ResolveField(() => String)
  secret(): string {
    return ran('ADMIN Note.secret');
  }

  @Subscription(() => String)
  async *ticks(): AsyncGenerator<{ ticks: string }> {
    ran('READ Subscription.ticks');
    yield* ticking({ ticks: 'tick' });
  }

  @Subscription(() => String)
  async *alarms(): AsyncGenerator<{ alarms: string }> {
    ran('ADMIN Subscription.alarms');
    yield* ticking({ alarms: 'alarm' });
  }
}
