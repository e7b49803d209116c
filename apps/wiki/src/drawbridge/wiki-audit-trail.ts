import { Injectable } from '@nestjs/common';
import { type AuditEvent, AuditTrail } from 'nestjs-drawbridge/host';
import { AuditService } from '../audit/audit.service.js';

/** Writes what happens to application links into the wiki's own audit log. */
@Injectable()
export class WikiAuditTrail extends AuditTrail {
  constructor(private readonly audit: AuditService) {
    super();
  }

  async write(event: AuditEvent): Promise<void> {
    const words = event.type.replace(/[.-]/g, ' ');
    await this.audit.write({
      at: event.at,
      actorId: event.actorId,
      category: 'Application links',
      summary: words.charAt(0).toUpperCase() + words.slice(1),
      affected: event.clientId ?? '',
      address: event.address?.slice(0, 64) ?? null,
    });
  }
}
