import { type Translation } from './catalogue.js';
import { type en } from './en.js';

/** Spanish. */
export const es: Translation<typeof en> = {
  'scope.READ.name': 'Lectura',
  'scope.READ.title': 'Ver contenido',
  'scope.READ.sentence': 'Ver los espacios, las páginas y los comentarios que usted puede ver, y su perfil.',
  'scope.WRITE.name': 'Escritura',
  'scope.WRITE.title': 'Crear, modificar y eliminar contenido',
  'scope.WRITE.sentence': 'Cambiar espacios, páginas y comentarios donde usted puede hacerlo, y añadir otros nuevos.',
  'scope.ADMIN.name': 'Administración',
  'scope.ADMIN.title': 'Administrar la wiki',
  'scope.ADMIN.sentence':
    'Gestionar personas, grupos y la mayoría de los ajustes. Las copias de seguridad y el propio sistema quedan fuera de su alcance.',
  'scope.SYSTEM_ADMIN.name': 'Administración del sistema',
  'scope.SYSTEM_ADMIN.title': 'Administrar todo el sistema',
  'scope.SYSTEM_ADMIN.sentence': 'Absolutamente todo, incluidas las copias de seguridad y los ajustes del sistema.',

  'error.forDevelopers': 'Para quien desarrolla la aplicación',
  'error.notWorked': 'Esto no ha funcionado',
  'error.forbidden': 'No tiene permiso para ver esta página',
  'error.notFound': 'Esta página no existe',
  'error.conflict': 'Alguien se adelantó',
  'error.broken': 'Algo salió mal',
  'error.broken.text':
    'La wiki no pudo responder. Los detalles están en su registro. Inténtelo de nuevo o avise a quien administra la wiki.',
  'error.storageAway': 'Un momento, por favor',
  'error.storageAway.text':
    'En este momento la wiki no puede acceder a su base de datos. No se ha perdido nada. Inténtelo de nuevo en unos instantes.',
  'error.throttled': 'Una breve pausa, por favor',
  'error.throttled.text':
    'No se pudieron aceptar varias respuestas seguidas, así que esperamos un momento antes de la siguiente. No se ha perdido nada. Inténtelo de nuevo dentro de {seconds, plural, one {# segundo} other {# segundos}}.',
  'error.unreadable.text': 'La wiki no pudo leer lo que recibió. Vuelva a la página anterior e inténtelo de nuevo.',

  'authorize.refused': 'No se puede dar acceso a esta aplicación',
  'authorize.noClient': 'La aplicación no dijo quién es, así que la wiki no puede preguntarle a usted por ella.',
  'authorize.severalClients':
    'La aplicación dijo más de una vez quién es, así que la wiki no puede preguntarle a usted por ella.',
  'authorize.notLinked':
    'Esta aplicación no está enlazada a esta wiki. Quizá se eliminó su enlace o pertenece a otra wiki.',
  'authorize.noAddress': 'La aplicación no dijo adónde enviarle después, así que la wiki se detuvo aquí.',
  'authorize.severalAddresses':
    'La aplicación indicó más de una dirección a la que enviarle, así que la wiki se detuvo aquí.',
  'authorize.wrongAddress':
    'La aplicación quiere que se le envíe a una dirección que no está registrada para ella, así que la wiki se detuvo aquí.',
  'authorize.advice':
    'No se entregó a nadie nada suyo. Empiece de nuevo desde la aplicación. Si vuelve a ver esta página, comunique lo que figura abajo a quien gestiona la aplicación o a quien administra la wiki.',
  'authorize.advice.trick':
    'No se entregó a nadie nada suyo. Si llegó aquí desde un mensaje u otro sitio, puede que fuera un engaño: cierre esta página. Si no, comunique lo que figura abajo a quien gestiona la aplicación o a quien administra la wiki.',

  'consent.title': '¿Dar acceso a {name}?',
  'consent.lead': '<b>{name}</b> pide usar esta wiki en su nombre, {person}.',
  'consent.goesTo': 'Se le enviará a',
  'consent.linkedBy': 'Enlazada a esta wiki por',
  'consent.linkedBy.person': '{person}, el {day}',
  'consent.linkedBy.gone': 'una persona que ya no está, el {day}',
  'consent.howFar': '¿Hasta dónde puede llegar?',
  'consent.howFar.hint':
    'Pide «{asked}», pero usted puede conceder menos. Cada permiso incluye los que están por encima.',
  'consent.asksTo': 'Pide permiso para',
  'consent.asked': 'Solicitado',
  'consent.included': 'Incluido',
  'consent.noEffect': 'Sin efecto: su propia cuenta no puede hacer esto',
  'consent.limits': 'Nunca podrá hacer más de lo que puede hacer usted, y nunca conocerá su contraseña.',
  'consent.takeBack': 'Puede revocarlo en cualquier momento: en su perfil, en «{page}».',
  'consent.remembered':
    'Si lo permite, la wiki lo recordará en este navegador durante {duration}. Cuando {name} vuelva a pedir exactamente lo mismo, usted continuará sin ver esta página, hasta que lo revoque.',
  'consent.allow': 'Permitir',
  'consent.deny': 'Denegar',
  'consent.missing': 'Su respuesta no llegó completa. Responda de nuevo, por favor.',
  'consent.forged':
    'Algo cambió desde que se abrió esta página: su sesión o la aplicación. Revísela de nuevo, por favor.',
  'consent.expired': 'Esta página estuvo abierta mucho tiempo. Revísela de nuevo y responda, por favor.',
  'consent.used': 'Esto ya se respondió. Si la aplicación sigue esperando, responda de nuevo, por favor.',
  'consent.otherSite': 'Esta respuesta llegó de otro sitio y no se aceptó.',
  'consent.noForm': 'La respuesta a esta página se envía con su formulario.',
  'consent.neither': 'La respuesta no es ni Permitir con uno de los permisos mostrados ni Denegar.',
  'consent.noRights': 'Su cuenta no tiene permisos en esta wiki, así que no puede dar acceso a una aplicación.',
  'consent.inactive': 'Su cuenta ya no está activa.',

  'destination.here': '{host}, en este dispositivo',
  'destination.app': 'una aplicación de su dispositivo ({scheme})',

  'authorized.title': 'Aplicaciones autorizadas',
  'authorized.lead':
    'Estas aplicaciones pueden usar la wiki en su nombre, sin ir nunca más allá de lo que usted puede hacer. Revoque las que ya no use.',
  'authorized.none': 'Ninguna aplicación puede usar la wiki en su nombre',
  'authorized.none.text':
    'Cuando una aplicación pida usar esta wiki en su nombre y usted lo permita, la encontrará aquí y podrá revocarla en cualquier momento.',
  'authorized.search': 'Buscar por nombre',
  'authorized.sort': 'Ordenar por',
  'authorized.show': 'Mostrar',
  'authorized.count': '{count, plural, one {# aplicación} other {# aplicaciones}}',
  'authorized.notFound': 'Ninguna de sus aplicaciones tiene «{query}» en su nombre.',
  'authorized.showAll': 'Mostrar todas',
  'authorized.application': 'Aplicación',
  'authorized.may': 'Puede',
  'authorized.since': 'Desde',
  'authorized.lastUsed': 'Último uso',
  'authorized.never': 'Nunca',
  'authorized.idle': 'Sin uso desde hace {duration}',
  'authorized.disabled': 'Deshabilitada por la administración',
  'authorized.nothing': 'Nada por ahora',
  'authorized.givenInVain': 'Usted permitió «{given}».',
  'authorized.lessThanGiven': 'Usted permitió «{given}». Lo que va más allá de esto no tiene efecto por ahora.',
  'authorized.remembered': 'Su respuesta se recuerda hasta el {day}',
  'authorized.revoke': 'Revocar<hidden> {name}</hidden>',
  'authorized.revoking': 'Revocar',
  'authorized.revoke.what':
    '{name} pierde el acceso de inmediato, en todos sus dispositivos, y tendrá que volver a pedírselo. Lo que escribió en la wiki se conserva.',
  'authorized.revoked': 'La aplicación ya no tiene acceso. Nada de lo que conserva sigue funcionando.',
  'authorized.stale': 'La página no estaba actualizada. Revísela de nuevo, por favor.',
  'authorized.otherSite': 'Esto llegó de otro sitio y no se llevó a cabo.',

  'copy.button': 'Copiar',
  'copy.label': 'Copiar lo que está escrito aquí',
  'copy.done': 'Copiado',
  'copy.done.spoken': 'Copiado al portapapeles',
  'copy.byHand': 'Presione Ctrl+C',
  'copy.byHand.spoken': 'Está seleccionado. Presione Control y C para copiarlo.',

  'redirectUri.none': 'Indique una URL de redirección.',
  'redirectUri.long': 'Una URL de redirección tiene como máximo {longest, number} caracteres.',
  'redirectUri.oddCharacter':
    'Una URL de redirección no lleva espacios, caracteres de control, comillas, barras invertidas ni letras que no sean ASCII. Codifíquelos.',
  'redirectUri.incomplete':
    'Esta URL no está completa. Debe empezar por un esquema, por ejemplo https://app.example.com/callback.',
  'redirectUri.fragment': 'Una URL de redirección no lleva fragmento (la parte que sigue a #).',
  'redirectUri.script':
    'Una URL de redirección no puede empezar por «{scheme}»: el navegador lo ejecutaría o lo abriría en lugar de ir a la aplicación.',
  'redirectUri.noHost': 'Esta URL de redirección no indica ningún host.',
  'redirectUri.userInfo': 'Una URL de redirección no contiene nombre de usuario ni contraseña (la parte anterior a @).',
  'redirectUri.wildcard': 'Una URL de redirección no lleva comodines; añada una URL por cada dirección.',
  'redirectUri.oddHost': 'El host de esta URL de redirección contiene un carácter que los nombres de host no admiten.',
  'redirectUri.http': 'Use https. Con http, el código de autorización se enviaría sin cifrar.',
  'redirectUri.httpOfPublic':
    'Use https. Solo se admite http con http://127.0.0.1 y http://[::1], donde escucha una aplicación del mismo dispositivo.',
  'redirectUri.schemeOfConfidential': 'Use https. Solo las aplicaciones públicas pueden usar un esquema propio.',
  'redirectUri.schemeWithoutDomain':
    'Un esquema propio es un nombre de dominio invertido, por ejemplo com.example.app:/callback.',
};
