import { type Translation } from './catalogue.js';
import { type en } from './en.js';

/** French. */
export const fr: Translation<typeof en> = {
  'scope.READ.name': 'Lecture',
  'scope.READ.title': 'Consulter le contenu',
  'scope.READ.sentence':
    'Voir les espaces, les pages et les commentaires que vous pouvez voir, ainsi que votre profil.',
  'scope.WRITE.name': 'Écriture',
  'scope.WRITE.title': 'Créer, modifier et supprimer du contenu',
  'scope.WRITE.sentence':
    'Modifier les espaces, les pages et les commentaires partout où vous le pouvez, et en ajouter.',
  'scope.ADMIN.name': 'Administration',
  'scope.ADMIN.title': 'Administrer le wiki',
  'scope.ADMIN.sentence':
    'Gérer les personnes, les groupes et la plupart des paramètres. Les sauvegardes et le système lui-même restent hors d’atteinte.',
  'scope.SYSTEM_ADMIN.name': 'Administration système',
  'scope.SYSTEM_ADMIN.title': 'Administrer tout le système',
  'scope.SYSTEM_ADMIN.sentence': 'Absolument tout, y compris les sauvegardes et les paramètres du système.',

  'error.forDevelopers': 'Pour les développeurs de l’application',
  'error.notWorked': 'Cela n’a pas fonctionné',
  'error.forbidden': 'Vous n’avez pas accès à cette page',
  'error.notFound': 'Cette page n’existe pas',
  'error.conflict': 'Quelqu’un a été plus rapide',
  'error.broken': 'Un problème est survenu',
  'error.broken.text':
    'Le wiki n’a pas pu répondre. Les détails figurent dans son journal. Veuillez réessayer ou prévenir votre administrateur.',
  'error.storageAway': 'Un instant, s’il vous plaît',
  'error.storageAway.text':
    'Le wiki ne parvient pas à joindre sa base de données pour le moment. Rien n’a été perdu. Veuillez réessayer dans un instant.',
  'error.throttled': 'Une courte pause, s’il vous plaît',
  'error.throttled.text':
    'Plusieurs réponses de suite n’ont pas pu être acceptées ; il faut donc patienter un peu avant la prochaine. Rien n’a été perdu. Veuillez réessayer dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'error.unreadable.text':
    'Le wiki n’a pas pu lire ce qui lui a été envoyé. Veuillez revenir à la page précédente et réessayer.',

  'authorize.refused': 'Impossible de donner accès à cette application',
  'authorize.noClient':
    'L’application n’a pas indiqué qui elle est : le wiki ne peut donc pas vous interroger à son sujet.',
  'authorize.severalClients':
    'L’application a indiqué plusieurs fois qui elle est : le wiki ne peut donc pas vous interroger à son sujet.',
  'authorize.notLinked':
    'Cette application n’est pas liée à ce wiki. Son lien a peut-être été supprimé, ou elle est liée à un autre wiki.',
  'authorize.noAddress':
    'L’application n’a pas indiqué vers quelle adresse vous rediriger ensuite : le wiki s’est donc arrêté là.',
  'authorize.severalAddresses':
    'L’application a indiqué plusieurs adresses vers lesquelles vous rediriger : le wiki s’est donc arrêté là.',
  'authorize.wrongAddress':
    'L’application veut vous rediriger vers une adresse qui n’est pas enregistrée pour elle : le wiki s’est donc arrêté là.',
  'authorize.advice':
    'Rien de ce qui vous appartient n’a été transmis. Recommencez depuis l’application. Si cette page réapparaît, communiquez ce qui est écrit ci-dessous aux responsables de l’application ou à votre administrateur.',
  'authorize.advice.trick':
    'Rien de ce qui vous appartient n’a été transmis. Si un message ou un autre site vous a conduit ici, il s’agit peut-être d’un piège : fermez cette page. Sinon, communiquez ce qui est écrit ci-dessous aux responsables de l’application ou à votre administrateur.',

  'consent.title': 'Donner accès à {name} ?',
  'consent.lead': '<b>{name}</b> demande à utiliser ce wiki en votre nom, {person}.',
  'consent.goesTo': 'Redirection vers',
  'consent.linkedBy': 'Liée à ce wiki par',
  'consent.linkedBy.person': '{person}, le {day}',
  'consent.linkedBy.gone': 'une personne qui n’est plus là, le {day}',
  'consent.howFar': 'Jusqu’où peut-elle aller ?',
  'consent.howFar.hint':
    'Elle demande « {asked} », et vous pouvez accorder moins. Chaque permission inclut celles qui la précèdent.',
  'consent.asksTo': 'Elle demande à',
  'consent.asked': 'Demandée',
  'consent.included': 'Incluse',
  'consent.noEffect': 'Sans effet : votre propre compte ne le permet pas',
  'consent.limits': 'Elle ne pourra jamais faire plus que vous-même et ne connaîtra jamais votre mot de passe.',
  'consent.takeBack': 'Vous pouvez revenir sur votre choix à tout moment : dans votre profil, sous « {page} ».',
  'consent.remembered':
    'Si vous autorisez cet accès, le wiki s’en souviendra dans ce navigateur pendant {duration}. Quand {name} refera exactement la même demande, vous continuerez sans passer par cette page, sauf si vous révoquez l’accès.',
  'consent.allow': 'Autoriser',
  'consent.deny': 'Refuser',
  'consent.missing': 'Votre réponse n’est pas arrivée en entier. Veuillez répondre à nouveau.',
  'consent.forged':
    'Quelque chose a changé depuis l’ouverture de cette page : votre connexion ou l’application. Veuillez vérifier à nouveau.',
  'consent.expired': 'Cette page est restée ouverte longtemps. Veuillez vérifier à nouveau et répondre.',
  'consent.used': 'Une réponse a déjà été donnée. Si l’application attend toujours, veuillez répondre à nouveau.',
  'consent.otherSite': 'Cette réponse provenait d’un autre site et n’a pas été acceptée.',
  'consent.noForm': 'La réponse à cette page doit être envoyée avec son formulaire.',
  'consent.neither': 'La réponse n’est ni « Autoriser » avec l’une des permissions affichées, ni « Refuser ».',
  'consent.noRights': 'Votre compte n’a aucun droit dans ce wiki : il ne peut donc pas donner accès à une application.',
  'consent.inactive': 'Votre compte n’est plus actif.',

  'destination.here': '{host}, sur cet appareil',
  'destination.app': 'une application de votre appareil ({scheme})',

  'authorized.title': 'Applications autorisées',
  'authorized.lead':
    'Ces applications peuvent utiliser le wiki en votre nom, sans jamais dépasser ce que vous pouvez faire vous-même. Révoquez celles que vous n’utilisez plus.',
  'authorized.none': 'Aucune application ne peut utiliser le wiki en votre nom',
  'authorized.none.text':
    'Lorsqu’une application demande à utiliser ce wiki en votre nom et que vous l’autorisez, vous la retrouvez ici et pouvez la révoquer à tout moment.',
  'authorized.search': 'Rechercher par nom',
  'authorized.sort': 'Trier par',
  'authorized.show': 'Afficher',
  'authorized.count': '{count, plural, one {# application} other {# applications}}',
  'authorized.notFound': 'Aucune de vos applications ne contient « {query} » dans son nom.',
  'authorized.showAll': 'Afficher toutes les applications',
  'authorized.application': 'Application',
  'authorized.may': 'Elle peut',
  'authorized.since': 'Depuis',
  'authorized.lastUsed': 'Dernière utilisation',
  'authorized.never': 'Jamais',
  'authorized.idle': 'Inutilisée depuis {duration}',
  'authorized.disabled': 'Désactivée par l’administration',
  'authorized.nothing': 'Rien pour l’instant',
  'authorized.givenInVain': 'Vous avez autorisé « {given} ».',
  'authorized.lessThanGiven':
    'Vous avez autorisé « {given} ». Ce qui dépasse la permission affichée est sans effet pour l’instant.',
  'authorized.remembered': 'Votre réponse est mémorisée jusqu’au {day}',
  'authorized.revoke': 'Révoquer<hidden> {name}</hidden>',
  'authorized.revoking': 'Révoquer',
  'authorized.revoke.what':
    '{name} perd immédiatement l’accès, sur tous vos appareils, et devra vous le redemander. Ce qui a été écrit dans le wiki y reste.',
  'authorized.revoked': 'L’application n’a plus accès. Plus rien de ce qu’elle détient ne fonctionne.',
  'authorized.stale': 'La page n’était plus à jour. Veuillez vérifier à nouveau.',
  'authorized.otherSite': 'Cette demande provenait d’un autre site et n’a pas été exécutée.',

  'copy.button': 'Copier',
  'copy.label': 'Copier ce qui est écrit ici',
  'copy.done': 'Copié',
  'copy.done.spoken': 'Copié dans le presse-papiers',
  'copy.byHand': 'Appuyez sur Ctrl+C',
  'copy.byHand.spoken': 'Le texte est sélectionné. Appuyez sur Contrôle et C pour le copier.',

  'redirectUri.none': 'Indiquez une URL de redirection.',
  'redirectUri.long': 'Une URL de redirection compte au plus {longest, number} caractères.',
  'redirectUri.oddCharacter':
    'Une URL de redirection ne contient ni espaces, ni caractères de contrôle, ni guillemets, ni barres obliques inverses, ni lettres hors ASCII. Encodez-les.',
  'redirectUri.incomplete':
    'Cette URL n’est pas complète. Elle doit commencer par un schéma, par exemple https://app.example.com/callback.',
  'redirectUri.fragment': 'Une URL de redirection n’a pas de fragment (la partie qui suit #).',
  'redirectUri.script':
    'Une URL de redirection ne peut pas commencer par « {scheme} » : un navigateur l’exécuterait ou l’ouvrirait au lieu d’aller vers l’application.',
  'redirectUri.noHost': 'Cette URL de redirection n’indique aucun hôte.',
  'redirectUri.userInfo':
    'Une URL de redirection ne contient ni nom d’utilisateur ni mot de passe (la partie qui précède @).',
  'redirectUri.wildcard':
    'Une URL de redirection ne contient pas de caractères génériques ; ajoutez une URL pour chaque adresse.',
  'redirectUri.oddHost': 'L’hôte de cette URL de redirection contient un caractère interdit dans les noms d’hôte.',
  'redirectUri.http': 'Utilisez https. Avec http, le code d’autorisation circulerait en clair.',
  'redirectUri.httpOfPublic':
    'Utilisez https. Le simple http est réservé à http://127.0.0.1 et http://[::1], où écoute une application du même appareil.',
  'redirectUri.schemeOfConfidential':
    'Utilisez https. Seules les applications publiques peuvent utiliser leur propre schéma.',
  'redirectUri.schemeWithoutDomain':
    'Un schéma personnalisé est un nom de domaine inversé, par exemple com.example.app:/callback.',
};
