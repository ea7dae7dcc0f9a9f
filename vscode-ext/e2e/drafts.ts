/** Drafts for the scenarios. */

/** In French, with errors at places that the scenarios name. */
export const FRENCH = `# Conseil économique et social

Distr. générale
24 juillet 2020

---

## Session de 2020

Point 18 b) de l'ordre du jour

## Résolution adoptée par le Conseil économique et social le 17 juillet 2020

### 2020/12. Bibliothèques de village au service du développement

*Le Conseil économique et social,*

Rappelant sa résolution 2006/46 du 28 juillet 2006 sur les bibliothèques de village<sup>1</sup>,

*Rappelant également* la résolution 70/1 de l'Assemblée générale, en date du 25 septembre 2015, intitulée « Transformer notre monde : le Programme de développement durable à l'horizon 2030 »,

*Conscient* que les bibliothèques de village prêtent des outils aussi bien que des livres;

1. *Prie* le Secrétaire général de lui faire rapport ;

2. *Invite* les gouvernements à ouvrir au moins une bibliothèque par district ;

4. *Encourage* le prêt d'une lampe avec chaque livre ;

5. *Décide* de rester saisi de la question

<sup>1</sup> Voir E/2006/31.
`;

/** In English, without errors. */
export const ENGLISH = `# Village libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the 2030 Agenda,[^1]

*Noting* that village libraries lend tools as well as books,

1. *Decides* to proclaim a week of open libraries;

2. *Invites* Member States to keep one library in each district open in the evening;

3. *Encourages* the lending of a lamp with each book, in accordance with paragraph 2 above;

4. *Requests* the Secretary-General to report to it at its eighty-first session.

[^1]: Resolution 70/1.
`;

/** A text that is not a draft. */
export const NOTES = `# Shopping

- bread, salt
- The General Assembly hall has a good view; recall to ask for tickets
`;
