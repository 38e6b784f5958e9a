<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About VideoGen Desktop</source>
        <translation>À propos de VideoGen Desktop</translation>
    </message>
    <message>
        <source>VideoGen Desktop</source>
        <translation>VideoGen Desktop</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>What it is made with</source>
        <translation>Composants utilisés</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Tout &amp;copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Makes narrated, captioned films of papers from PubMed, on this computer. What a film says is taken from its paper, sentence by sentence.</source>
        <translation>Crée, sur cet ordinateur, des films commentés et sous-titrés à partir d’articles de PubMed. Ce que dit un film est tiré de son article, phrase par phrase.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later): you may use, change and pass it on under its terms. It comes without any warranty. https://www.gnu.org/licenses/gpl-3.0.html</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure (GPL-3.0-or-later)&#xa0;: vous pouvez l’utiliser, le modifier et le transmettre selon ses termes. Il est fourni sans aucune garantie. https://www.gnu.org/licenses/gpl-3.0.html</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Add papers…</source>
        <translation>&amp;Ajouter des articles…</translation>
    </message>
    <message>
        <source>&amp;Open lists…</source>
        <translation>&amp;Ouvrir des listes…</translation>
    </message>
    <message>
        <source>&amp;Paste papers</source>
        <translation>&amp;Coller des articles</translation>
    </message>
    <message>
        <source>&amp;Try the sample paper</source>
        <translation>Essayer l’article d’ex&amp;emple</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Export all &amp;finished films…</source>
        <translation>Exporter tous les &amp;films terminés…</translation>
    </message>
    <message>
        <source>Export a&amp;gain</source>
        <translation>Exporter à &amp;nouveau</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause and &amp;hold what runs</source>
        <translation>&amp;Suspendre aussi les films en cours</translation>
    </message>
    <message>
        <source>After &amp;this one</source>
        <translation>Stop après &amp;ce film</translation>
    </message>
    <message>
        <source>&amp;Retry all that failed</source>
        <translation>Re&amp;lancer tous les échecs</translation>
    </message>
    <message>
        <source>&amp;Clear what is done</source>
        <translation>Retirer les films &amp;terminés</translation>
    </message>
    <message>
        <source>A&amp;pprove and go on</source>
        <translation>&amp;Approuver et continuer</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>R&amp;eprendre</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Aba&amp;ndonner</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>Make again from the &amp;beginning</source>
        <translation>Refaire depuis le &amp;début</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Options…</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>En &amp;tête</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>En &amp;fin</translation>
    </message>
    <message>
        <source>&amp;Before all others</source>
        <translation>&amp;Avant tous les autres</translation>
    </message>
    <message>
        <source>&amp;In its turn</source>
        <translation>À son &amp;tour</translation>
    </message>
    <message>
        <source>&amp;After all others</source>
        <translation>A&amp;près tous les autres</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>Show the film&apos;s &amp;folder</source>
        <translation>Afficher le dossier du fil&amp;m</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>En &amp;texte</translation>
    </message>
    <message>
        <source>As &amp;BibTeX</source>
        <translation>En &amp;BibTeX</translation>
    </message>
    <message>
        <source>As &amp;RIS</source>
        <translation>En &amp;RIS</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>Afficher les &amp;détails</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Signaler un problème…</translation>
    </message>
    <message>
        <source>&amp;About VideoGen Desktop</source>
        <translation>À &amp;propos de VideoGen Desktop</translation>
    </message>
</context>
<context>
    <name>Added</name>
    <message>
        <source>One paper added.</source>
        <translation>Un article ajouté.</translation>
    </message>
    <message>
        <source>{n} papers added.</source>
        <translation>{n} articles ajoutés.</translation>
    </message>
    <message>
        <source>{n} papers added, which the list does not show now.</source>
        <translation>{n} articles ajoutés, que la liste n’affiche pas actuellement.</translation>
    </message>
    <message>
        <source>One paper added, which the list does not show now.</source>
        <translation>Un article ajouté, que la liste n’affiche pas actuellement.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
</context>
<context>
    <name>Adder</name>
    <message>
        <source>Undo adding 1 paper</source>
        <translation>Annuler l’ajout d’un article</translation>
    </message>
    <message numerus="yes">
        <source>Undo adding %Ln papers</source>
        <translation>
            <numerusform>Annuler l’ajout de %Ln article</numerusform>
            <numerusform>Annuler l’ajout de %Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is larger than {most} MB. Split it, or copy the PMIDs alone.</source>
        <translation>Le texte dépasse {most}&#xa0;Mo. Divisez-le ou copiez seulement les PMID.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>The queue is paused</source>
        <translation>La file d’attente est en pause</translation>
    </message>
    <message>
        <source>Film done</source>
        <translation>Film terminé</translation>
    </message>
    <message>
        <source>The film could not be made</source>
        <translation>Le film n’a pas pu être créé</translation>
    </message>
    <message>
        <source>A film needs your attention</source>
        <translation>Un film demande votre attention</translation>
    </message>
    <message>
        <source>A film is tried again later</source>
        <translation>Un film sera réessayé plus tard</translation>
    </message>
    <message>
        <source>The queue has come to rest</source>
        <translation>La file d’attente est au repos</translation>
    </message>
    <message>
        <source>All films are done</source>
        <translation>Tous les films sont terminés</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>terminés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>échecs&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} need your attention</source>
        <translation>à vérifier&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} tried again later</source>
        <translation>à réessayer plus tard&#xa0;: {n}</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>In that language after the next start.</source>
        <translation>Dans cette langue après le prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>{percent} % – {title}</source>
        <translation>{percent}&#xa0;% – {title}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The queue stops after the films that are being made.</source>
        <translation>La file d’attente s’arrêtera après les films en cours.</translation>
    </message>
    <message>
        <source>The queue has stopped, as you asked, after what was being made.</source>
        <translation>La file d’attente s’est arrêtée après les films en cours, comme vous l’avez demandé.</translation>
    </message>
    <message>
        <source>The queue is paused. Nothing new is begun until you let it go on.</source>
        <translation>La file d’attente est en pause. Rien de nouveau ne commencera avant que vous ne la repreniez.</translation>
    </message>
    <message>
        <source>The queue holds still for the moment.</source>
        <translation>La file d’attente est suspendue pour le moment.</translation>
    </message>
</context>
<context>
    <name>CleanUpPage</name>
    <message>
        <source>Clean-up</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Finished films always stay. This is about everything else.</source>
        <translation>Les films terminés sont toujours conservés. Il s’agit ici de tout le reste.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>&amp;What would go</source>
        <translation>&amp;Aperçu du nettoyage</translation>
    </message>
    <message>
        <source>&amp;Clean up now</source>
        <translation>&amp;Nettoyer maintenant</translation>
    </message>
    <message>
        <source>What would go, and why</source>
        <translation>Ce qui serait supprimé, et pourquoi</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Analyse…</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Rien ne serait supprimé.</translation>
    </message>
    <message>
        <source>{size} would come free:</source>
        <translation>{size} seraient libérés&#xa0;:</translation>
    </message>
    <message>
        <source>Cleaning up …</source>
        <translation>Nettoyage…</translation>
    </message>
    <message>
        <source>{size} came free.</source>
        <translation>{size} libérés.</translation>
    </message>
    <message>
        <source>This could not be removed:</source>
        <translation>Ceci n’a pas pu être supprimé&#xa0;:</translation>
    </message>
    <message>
        <source>Intermediate files</source>
        <translation>Fichiers intermédiaires</translation>
    </message>
    <message>
        <source>A folder without a film</source>
        <translation>Un dossier sans film</translation>
    </message>
    <message>
        <source>A folder half removed</source>
        <translation>Un dossier à moitié supprimé</translation>
    </message>
    <message>
        <source>A log</source>
        <translation>Un journal</translation>
    </message>
    <message>
        <source>A half-written file</source>
        <translation>Un fichier inachevé</translation>
    </message>
    <message>
        <source>Old lines of history</source>
        <translation>Anciennes lignes de l’historique</translation>
    </message>
    <message>
        <source>{what}{named}, {size}: {why}</source>
        <translation>{what}{named}, {size}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>&amp;Intermediate files for:</source>
        <translation>Fichiers in&amp;termédiaires pendant&#xa0;:</translation>
    </message>
    <message>
        <source>… and at &amp;most:</source>
        <translation>… et au &amp;plus&#xa0;:</translation>
    </message>
    <message>
        <source>Room for intermediate files</source>
        <translation>Espace pour les fichiers intermédiaires</translation>
    </message>
    <message>
        <source>&amp;Logs for:</source>
        <translation>&amp;Journaux pendant&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;History for:</source>
        <translation>&amp;Historique pendant&#xa0;:</translation>
    </message>
    <message>
        <source>Folders without a &amp;film for:</source>
        <translation>Dossiers sans &amp;film pendant&#xa0;:</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
</context>
<context>
    <name>ClosingField</name>
    <message>
        <source>Closing words</source>
        <translation>Mots de la fin</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>{typed} of {most}</source>
        <translation>{typed} sur {most}</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Place in line</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Hide subtitles</source>
        <translation>Masquer les sous-titres</translation>
    </message>
    <message>
        <source>Show subtitles</source>
        <translation>Afficher les sous-titres</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>Speed, {speed}</source>
        <translation>Vitesse, {speed}</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Rétablir le son</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Aucun périphérique audio</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>Reculer de 5&#xa0;secondes</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>Avancer de 5&#xa0;secondes</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Reculer d’une image</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Avancer d’une image</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Speed ({keys})</source>
        <translation>Vitesse ({keys})</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume ({keys})</source>
        <translation>Volume ({keys})</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>{name} ({keys})</source>
        <translation>{name} ({keys})</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>VideoGen Desktop</source>
        <translation>VideoGen Desktop</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>Afficher les &amp;détails</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Hide &amp;details</source>
        <translation>Masquer les &amp;détails</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Approved: its film is made now.</source>
        <translation>Approuvé&#xa0;: son film est créé maintenant.</translation>
    </message>
    <message>
        <source>Its film is made so from now on.</source>
        <translation>Son film sera désormais créé ainsi.</translation>
    </message>
    <message>
        <source>One paper paused.</source>
        <translation>Un article mis en pause.</translation>
    </message>
    <message>
        <source>One paper goes on.</source>
        <translation>Un article reprend.</translation>
    </message>
    <message>
        <source>One paper cancelled.</source>
        <translation>Un article abandonné.</translation>
    </message>
    <message>
        <source>One paper is in the line again.</source>
        <translation>Un article est remis dans la file.</translation>
    </message>
    <message>
        <source>One paper removed; its film and files stay on the disk.</source>
        <translation>Un article retiré&#x202f;; son film et ses fichiers restent sur le disque.</translation>
    </message>
    <message>
        <source>One more film is in the line; the finished one stays.</source>
        <translation>Un film de plus est dans la file&#x202f;; celui qui est terminé reste.</translation>
    </message>
    <message>
        <source>{n} papers paused.</source>
        <translation>{n} articles mis en pause.</translation>
    </message>
    <message>
        <source>{n} papers go on.</source>
        <translation>{n} articles reprennent.</translation>
    </message>
    <message>
        <source>{n} papers cancelled.</source>
        <translation>{n} articles abandonnés.</translation>
    </message>
    <message>
        <source>{n} papers are in the line again.</source>
        <translation>{n} articles sont remis dans la file.</translation>
    </message>
    <message>
        <source>{n} papers removed; their films and files stay on the disk.</source>
        <translation>{n} articles retirés&#x202f;; leurs films et leurs fichiers restent sur le disque.</translation>
    </message>
    <message>
        <source>Approved: {n} films are made now.</source>
        <translation>Approuvé&#xa0;: {n} films sont créés maintenant.</translation>
    </message>
    <message>
        <source>{n} films are made so from now on.</source>
        <translation>{n} films seront désormais créés ainsi.</translation>
    </message>
    <message>
        <source>{n} more films are in the line; the finished ones stay.</source>
        <translation>{n} films de plus sont dans la file&#x202f;; ceux qui sont terminés restent.</translation>
    </message>
    <message>
        <source>Undo pausing</source>
        <translation>Annuler la pause</translation>
    </message>
    <message>
        <source>Undo cancelling</source>
        <translation>Annuler l’abandon</translation>
    </message>
    <message>
        <source>Undo adding</source>
        <translation>Annuler l’ajout</translation>
    </message>
    <message>
        <source>Undo removing</source>
        <translation>Annuler le retrait</translation>
    </message>
    <message>
        <source>Not done for {n} of {all}: {reason}</source>
        <translation>Impossible pour {n} sur {all}&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>%n papers chosen</source>
        <translation>
            <numerusform>%n article choisi</numerusform>
            <numerusform>%n articles choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a paper to see its film, its script and where it is from.</source>
        <translation>Choisissez un article pour voir son film, son script et sa provenance.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>What cannot be exported, and why</source>
        <translation>Ce qui ne peut pas être exporté, et pourquoi</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Export {films}</source>
        <translation>Exporter {films}</translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation>Calcul…</translation>
    </message>
    <message>
        <source>Everything is in that folder already. Choose to replace it, or to keep both.</source>
        <translation>Tout est déjà dans ce dossier. Choisissez de remplacer les fichiers ou de garder les deux.</translation>
    </message>
    <message>
        <source>None of this can be exported.</source>
        <translation>Rien de tout cela ne peut être exporté.</translation>
    </message>
    <message>
        <source>Other files in that folder have these names. Choose to keep both, or replace them.</source>
        <translation>D’autres fichiers de ce dossier portent ces noms. Choisissez de garder les deux ou de les remplacer.</translation>
    </message>
    <message>
        <source>{amount} free</source>
        <translation>{amount} libres</translation>
    </message>
    <message>
        <source>{files} there already</source>
        <translation>{files} déjà sur place</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not exported: another file has its name</source>
        <translation>
            <numerusform>%Ln non exporté&#xa0;: un autre fichier porte son nom</numerusform>
            <numerusform>%Ln non exportés&#xa0;: un autre fichier porte leur nom</numerusform>
        </translation>
    </message>
    <message>
        <source>{files} replaced</source>
        <translation>à remplacer&#xa0;: {files}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be exported:</source>
        <translation>
            <numerusform>%Ln ne peut pas être exporté&#xa0;:</numerusform>
            <numerusform>%Ln ne peuvent pas être exportés&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>A list of what was exported (.csv)</source>
        <translation>Une liste de ce qui a été exporté (.csv)</translation>
    </message>
    <message>
        <source>Choose the folder that the files go to.</source>
        <translation>Choisissez le dossier où placer les fichiers.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, or choose it with Browse.</source>
        <translation>Indiquez le chemin complet du dossier ou choisissez-le avec Parcourir.</translation>
    </message>
    <message>
        <source>Export to folder</source>
        <translation>Exporter vers un dossier</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>&amp;Nom de fichier</translation>
    </message>
    <message>
        <source>What to export of each film</source>
        <translation>Ce qu’il faut exporter de chaque film</translation>
    </message>
    <message>
        <source>If a file of that name is there already</source>
        <translation>Si un fichier de ce nom existe déjà</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>Dossier d’exportation</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Aucun dossier choisi</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Browse for the folder to export to</source>
        <translation>Parcourir pour choisir le dossier d’exportation</translation>
    </message>
    <message>
        <source>Leave it, and do not export that file</source>
        <translation>Le garder et ne pas exporter ce fichier</translation>
    </message>
    <message>
        <source>Replace it with the new one</source>
        <translation>Le remplacer par le nouveau</translation>
    </message>
    <message>
        <source>Keep both: the new one gets a number</source>
        <translation>Garder les deux&#xa0;: le nouveau reçoit un numéro</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Exporting {films}</source>
        <translation>Exportation de {films}</translation>
    </message>
    <message>
        <source>What went wrong, and what to do</source>
        <translation>Ce qui n’a pas fonctionné, et que faire</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>&amp;Copier la liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Rien n’a été exporté</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exported</source>
        <translation>
            <numerusform>%Ln exporté</numerusform>
            <numerusform>%Ln exportés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln ignoré</numerusform>
            <numerusform>%Ln ignorés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not exported</source>
        <translation>
            <numerusform>%Ln non exporté</numerusform>
            <numerusform>%Ln non exportés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln annulé</numerusform>
            <numerusform>%Ln annulés</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped the export. What was exported before stays.</source>
        <translation>Vous avez arrêté l’exportation. Ce qui a déjà été exporté est conservé.</translation>
    </message>
    <message>
        <source>What was exported is whole and stays. This went wrong:</source>
        <translation>Ce qui a été exporté est complet et conservé. Ceci n’a pas fonctionné&#xa0;:</translation>
    </message>
    <message>
        <source>This went wrong:</source>
        <translation>Ceci n’a pas fonctionné&#xa0;:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>The folder could not be opened; its path is above.</source>
        <translation>Le dossier n’a pas pu être ouvert&#x202f;; son chemin est indiqué ci-dessus.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Avancement de l’exportation</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Still to be exported: {films}. What was exported stays.</source>
        <translation>Il reste à exporter&#xa0;: {films}. Ce qui est déjà exporté reste.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Film (.mp4)</source>
        <translation>Film (.mp4)</translation>
    </message>
    <message>
        <source>Subtitles (.srt)</source>
        <translation>Sous-titres (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>Sous-titres pour le Web (.vtt)</translation>
    </message>
    <message>
        <source>Thumbnail (.jpg)</source>
        <translation>Vignette (.jpg)</translation>
    </message>
    <message>
        <source>Script with its sources (.md)</source>
        <translation>Script avec ses sources (.md)</translation>
    </message>
    <message>
        <source>Citation as text (.txt)</source>
        <translation>Citation en texte (.txt)</translation>
    </message>
    <message>
        <source>Citation for BibTeX (.bib)</source>
        <translation>Citation pour BibTeX (.bib)</translation>
    </message>
    <message>
        <source>Citation for Zotero, EndNote (.ris)</source>
        <translation>Citation pour Zotero, EndNote (.ris)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>First author</source>
        <translation>Premier auteur</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>PubMed number (PMID)</source>
        <translation>Numéro PubMed (PMID)</translation>
    </message>
    <message>
        <source>PubMed Central number (PMCID)</source>
        <translation>Numéro PubMed Central (PMCID)</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Shape of the picture</source>
        <translation>Format de l’image</translation>
    </message>
    <message>
        <source>Length: short, standard or long</source>
        <translation>Longueur&#xa0;: court, standard ou long</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Day it was made</source>
        <translation>Jour de création</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>Numéro dans la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>1 film</source>
        <translation>1 film</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>encore {n}&#xa0;s</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>encore {n}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>FilmsPage</name>
    <message>
        <source>Films</source>
        <translation>Films</translation>
    </message>
    <message>
        <source>How new films are made. You can choose otherwise each time you add papers.</source>
        <translation>Façon dont les nouveaux films sont créés. Vous pouvez choisir autrement à chaque ajout d’articles.</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Intégré</translation>
    </message>
    <message>
        <source>Wide, 16:9, for screens and talks</source>
        <translation>Paysage, 16:9, pour écrans et exposés</translation>
    </message>
    <message>
        <source>Square, 1:1, for feeds</source>
        <translation>Carré, 1:1, pour les fils d’actualité</translation>
    </message>
    <message>
        <source>Short: the main finding</source>
        <translation>Court&#xa0;: le résultat principal</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Long: more of the paper</source>
        <translation>Long&#xa0;: davantage de l’article</translation>
    </message>
    <message>
        <source>Everyone: why it matters, what it means</source>
        <translation>Tout public&#xa0;: l’intérêt et la portée</translation>
    </message>
    <message>
        <source>Specialists: methods and findings</source>
        <translation>Spécialistes&#xa0;: méthodes et résultats</translation>
    </message>
    <message>
        <source>Built-in voice</source>
        <translation>Voix intégrée</translation>
    </message>
    <message>
        <source>Stop after the script, so that I can read it first</source>
        <translation>S’arrêter après le script, pour que je le lise d’abord</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>Éco&amp;uter</translation>
    </message>
    <message>
        <source>Built-in voice ({name})</source>
        <translation>Voix intégrée ({name})</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (introuvable)</translation>
    </message>
    <message>
        <source>Tall, 9:16, for phones</source>
        <translation>Portrait, 9:16, pour téléphones</translation>
    </message>
    <message>
        <source>Can be turned off: a track of its own</source>
        <translation>Désactivables&#xa0;: une piste à part</translation>
    </message>
    <message>
        <source>In the picture as well</source>
        <translation>Dans l’image aussi</translation>
    </message>
    <message>
        <source>Dark: light on dark</source>
        <translation>Sombre&#xa0;: clair sur sombre</translation>
    </message>
    <message>
        <source>Light: dark on light</source>
        <translation>Clair&#xa0;: sombre sur clair</translation>
    </message>
    <message>
        <source>The voice works; this computer has no sound.</source>
        <translation>La voix fonctionne&#x202f;; cet ordinateur n’a pas de son.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Speaking …</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>&amp;Shape:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>&amp;Longueur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Audience:</source>
        <translation>Pu&amp;blic&#xa0;:</translation>
    </message>
    <message>
        <source>Colo&amp;urs:</source>
        <translation>&amp;Couleurs&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Voice:</source>
        <translation>&amp;Voix&#xa0;:</translation>
    </message>
    <message>
        <source>Ca&amp;ptions:</source>
        <translation>&amp;Sous-titres&#xa0;:</translation>
    </message>
    <message>
        <source>Your own part</source>
        <translation>Votre touche personnelle</translation>
    </message>
    <message>
        <source>L&amp;ogo:</source>
        <translation>L&amp;ogo&#xa0;:</translation>
    </message>
    <message>
        <source>Closing &amp;words:</source>
        <translation>Mots de la fi&amp;n&#xa0;:</translation>
    </message>
    <message>
        <source>The logo stands on the first and the last scene, the closing words in the last one. They are shown, not spoken, and kept apart from what is the paper’s.</source>
        <translation>Le logo figure sur la première et la dernière scène, les mots de la fin dans la dernière. Ils sont affichés, non prononcés, et séparés de ce qui vient de l’article.</translation>
    </message>
    <message>
        <source>How the work is done</source>
        <translation>Méthode de travail</translation>
    </message>
    <message>
        <source>Pipeli&amp;ne:</source>
        <translation>&amp;Pipeline&#xa0;:</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abandonnés</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse …</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Parcourir&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Folder of finished films</source>
        <translation>Dossier des films terminés</translation>
    </message>
    <message>
        <source>Folder for finished films</source>
        <translation>Dossier pour les films terminés</translation>
    </message>
    <message>
        <source>The usual one: {folder}</source>
        <translation>Dossier habituel&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, or choose it with Browse.</source>
        <translation>Indiquez le chemin complet du dossier ou choisissez-le avec Parcourir.</translation>
    </message>
    <message>
        <source>Films go there from the next start of the program on.</source>
        <translation>Les films y seront placés à partir du prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Its drive is not there. Connect it, or choose another folder.</source>
        <translation>Son disque est absent. Branchez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is a file in that place, and no folder.</source>
        <translation>À cet emplacement se trouve un fichier et non un dossier.</translation>
    </message>
    <message>
        <source>The program clears its own files away there. Choose another folder.</source>
        <translation>Le programme y supprime régulièrement ses propres fichiers. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose a folder of your own.</source>
        <translation>Impossible d’y écrire. Choisissez un dossier qui vous appartient.</translation>
    </message>
    <message>
        <source>Finished &amp;films:</source>
        <translation>&amp;Films terminés&#xa0;:</translation>
    </message>
    <message>
        <source>Films that are finished stay where they are, and the list still finds them there. Working files, logs and the list itself stay in the program&apos;s own folder.</source>
        <translation>Les films terminés restent où ils sont, et la liste les y retrouve. Les fichiers de travail, les journaux et la liste elle-même restent dans le dossier du programme.</translation>
    </message>
    <message>
        <source>The program&apos;s own folder</source>
        <translation>Dossier du programme</translation>
    </message>
    <message>
        <source>&amp;Open this folder</source>
        <translation>&amp;Ouvrir ce dossier</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>The folder of films {path} cannot be found; is its disk connected?</source>
        <translation>Le dossier des films {path} est introuvable&#x202f;; son disque est-il branché&#x202f;?</translation>
    </message>
    <message>
        <source>One film was broken off when the program ended; it goes on from its last finished step.</source>
        <translation>Un film a été interrompu à la fin du programme&#x202f;; il reprend à sa dernière étape achevée.</translation>
    </message>
    <message numerus="yes">
        <source>%n films were broken off when the program ended; they go on from their last finished steps.</source>
        <translation>
            <numerusform>%n film a été interrompu à la fin du programme&#x202f;; il reprend à sa dernière étape achevée.</numerusform>
            <numerusform>%n films ont été interrompus à la fin du programme&#x202f;; ils reprennent à leur dernière étape achevée.</numerusform>
        </translation>
    </message>
    <message>
        <source>One finished film is not in its place any more.</source>
        <translation>Un film terminé n’est plus à sa place.</translation>
    </message>
    <message numerus="yes">
        <source>%n finished films are not in their place any more.</source>
        <translation>
            <numerusform>%n film terminé n’est plus à sa place.</numerusform>
            <numerusform>%n films terminés ne sont plus à leur place.</numerusform>
        </translation>
    </message>
    <message>
        <source>One film that was missing is in its place again.</source>
        <translation>Un film qui manquait est de nouveau à sa place.</translation>
    </message>
    <message numerus="yes">
        <source>%n films that were missing are in their place again.</source>
        <translation>
            <numerusform>%n film qui manquait est de nouveau à sa place.</numerusform>
            <numerusform>%n films qui manquaient sont de nouveau à leur place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>What this file would change</source>
        <translation>Ce que ce fichier changerait</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Adopter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Nothing changes before you press OK in the settings. Keys are not in the file.</source>
        <translation>Rien ne change tant que vous n’avez pas choisi OK dans les paramètres. Le fichier ne contient pas de clés.</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Papers</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>JobWork</name>
    <message>
        <source>None of the chosen papers has a film yet.</source>
        <translation>Aucun des articles choisis n’a encore de film.</translation>
    </message>
    <message>
        <source>Citation copied.</source>
        <translation>Citation copiée.</translation>
    </message>
    <message>
        <source>{n} citations copied.</source>
        <translation>{n} citations copiées.</translation>
    </message>
    <message>
        <source>Copying {n} citations …</source>
        <translation>Copie de {n} citations…</translation>
    </message>
    <message>
        <source>Find the film</source>
        <translation>Localiser le film</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>Films (*.mp4)</translation>
    </message>
    <message>
        <source>The film is in its place again.</source>
        <translation>Le film est de nouveau à sa place.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Différé</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>reading the paper</source>
        <translation>lecture de l’article</translation>
    </message>
    <message>
        <source>writing the script</source>
        <translation>écriture du script</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>narration</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>dessin des scènes</translation>
    </message>
    <message>
        <source>finishing the film</source>
        <translation>finition du film</translation>
    </message>
    <message>
        <source>Its title is not known yet</source>
        <translation>Titre encore inconnu</translation>
    </message>
    <message>
        <source>Retracted</source>
        <translation>Rétracté</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Mise en pause…</translation>
    </message>
    <message>
        <source>Film missing</source>
        <translation>Film introuvable</translation>
    </message>
    <message>
        <source>Before others</source>
        <translation>Avant les autres</translation>
    </message>
    <message>
        <source>After others</source>
        <translation>Après les autres</translation>
    </message>
    <message>
        <source>goes on from {percent} %</source>
        <translation>reprendra à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}&#xa0;s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#xa0;min</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h}&#xa0;h {m}&#xa0;min</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>earlier film {length}</source>
        <translation>film précédent {length}</translation>
    </message>
    <message>
        <source>The film is not where it was put.</source>
        <translation>Le film n’est plus à sa place.</translation>
    </message>
</context>
<context>
    <name>KeysLine</name>
    <message>
        <source>Keys to be entered again</source>
        <translation>Clés à saisir de nouveau</translation>
    </message>
    <message>
        <source>Enter it…</source>
        <translation>La saisir…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Do not ask for keys now</source>
        <translation>Ne pas demander de clés maintenant</translation>
    </message>
    <message>
        <source>Please enter this key again: {names}.</source>
        <translation>Veuillez saisir de nouveau cette clé&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Please enter these keys again: {names}.</source>
        <translation>Veuillez saisir de nouveau ces clés&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Enter them…</source>
        <translation>Les saisir…</translation>
    </message>
    <message>
        <source>Without a keyring, this computer forgets keys when the program ends.</source>
        <translation>Sans trousseau, cet ordinateur oublie les clés à la fin du programme.</translation>
    </message>
    <message>
        <source>API key of NCBI</source>
        <translation>clé API du NCBI</translation>
    </message>
    <message>
        <source>{key} for {pipeline}</source>
        <translation>{key} pour {pipeline}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Quit?</source>
        <translation>Quitter&#x202f;?</translation>
    </message>
    <message>
        <source>Quit while films are being made?</source>
        <translation>Quitter pendant la création de films&#x202f;?</translation>
    </message>
    <message>
        <source>Quit while films are being exported?</source>
        <translation>Quitter pendant l’exportation de films&#x202f;?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer le travail</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Rien n’a encore été écrit.</translation>
    </message>
    <message>
        <source>Warning: {words}</source>
        <translation>Avertissement&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Error: {words}</source>
        <translation>Erreur&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>Stopped after {time}: it was cancelled.</source>
        <translation>Arrêt après {time}&#xa0;: abandon demandé.</translation>
    </message>
    <message>
        <source>Stopped after {time}: it was paused.</source>
        <translation>Arrêt après {time}&#xa0;: mise en pause.</translation>
    </message>
    <message>
        <source>Stopped after {time}: it goes on later.</source>
        <translation>Arrêt après {time}&#xa0;: la suite viendra plus tard.</translation>
    </message>
    <message>
        <source>Stopped after {time}: nothing was heard of it for too long.</source>
        <translation>Arrêt après {time}&#xa0;: aucun signe de vie depuis trop longtemps.</translation>
    </message>
    <message>
        <source>Stopped after {time}: it took too long.</source>
        <translation>Arrêt après {time}&#xa0;: c’était trop long.</translation>
    </message>
    <message>
        <source>Stopped after {time}: it took too much memory.</source>
        <translation>Arrêt après {time}&#xa0;: trop de mémoire utilisée.</translation>
    </message>
    <message>
        <source>Stopped after {time}: another program works on it.</source>
        <translation>Arrêt après {time}&#xa0;: un autre programme y travaille.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Début.</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Pas commencé.</translation>
    </message>
    <message>
        <source>It is held.</source>
        <translation>Suspendu.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Reprise.</translation>
    </message>
    <message>
        <source>It is being stopped.</source>
        <translation>Arrêt en cours.</translation>
    </message>
    <message>
        <source>The paper: {title}</source>
        <translation>L’article&#xa0;: {title}</translation>
    </message>
    <message>
        <source>The paper is {name}.</source>
        <translation>L’article est {name}.</translation>
    </message>
    <message>
        <source>Done before: {stage}</source>
        <translation>Déjà fait&#xa0;: {stage}</translation>
    </message>
    <message>
        <source>The paper is read: {title}</source>
        <translation>L’article est lu&#xa0;: {title}</translation>
    </message>
    <message>
        <source>The script is written: {what}</source>
        <translation>Le script est écrit&#xa0;: {what}</translation>
    </message>
    <message>
        <source>The film is there: {file}</source>
        <translation>Le film est prêt&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Scene {number} is spoken.</source>
        <translation>La narration de la scène {number} est prête.</translation>
    </message>
    <message>
        <source>Scene {number} is drawn.</source>
        <translation>Les images de la scène {number} sont prêtes.</translation>
    </message>
    <message>
        <source>Done: {stage}</source>
        <translation>Fait&#xa0;: {stage}</translation>
    </message>
    <message>
        <source>Ended after {time}.</source>
        <translation>Fin après {time}.</translation>
    </message>
    <message>
        <source>Ended after {time} by signal {number}.</source>
        <translation>Fin après {time} par le signal {number}.</translation>
    </message>
    <message>
        <source>Ended after {time} with exit code {number}.</source>
        <translation>Fin après {time} avec le code de sortie {number}.</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Parcourir&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>Effacer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Give the whole path of the picture, or choose it with Browse.</source>
        <translation>Indiquez le chemin complet de l’image ou choisissez-la avec Parcourir.</translation>
    </message>
    <message>
        <source>Your logo, as a film shows it</source>
        <translation>Votre logo, tel qu’un film le montre</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Images (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Your logo</source>
        <translation>Votre logo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening …</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Too many papers to drag out at once; left out: {n}. Export them instead.</source>
        <translation>Trop d’articles à faire glisser à la fois&#x202f;; laissés de côté&#xa0;: {n}. Exportez-les plutôt.</translation>
    </message>
    <message>
        <source>Drop a list of papers here</source>
        <translation>Déposez ici une liste d’articles</translation>
    </message>
    <message>
        <source>PubMed IDs, PMC numbers, DOIs, links, or files with any of them: text, CSV, RIS, PubMed’s own format, or a paper’s JATS file. Each paper becomes a narrated film with captions, made on this computer.</source>
        <translation>Identifiants PubMed, numéros PMC, DOI, liens, ou fichiers qui en contiennent&#xa0;: texte, CSV, RIS, format de PubMed ou fichier JATS d’un article. Chaque article devient un film commenté et sous-titré, créé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>Ajouter des articles…</translation>
    </message>
    <message>
        <source>Try the sample paper</source>
        <translation>Essayer l’article d’exemple</translation>
    </message>
    <message>
        <source>No paper here</source>
        <translation>Aucun article ici</translation>
    </message>
    <message>
        <source>None of your papers matches the search and the kind that is chosen above.</source>
        <translation>Aucun de vos articles ne correspond à la recherche et au filtre choisi ci-dessus.</translation>
    </message>
    <message>
        <source>Show all papers</source>
        <translation>Afficher tous les articles</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>File d’&amp;attente</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>A&amp;rticle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Afficha&amp;ge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Copy &amp;citation</source>
        <translation>Cop&amp;ier la citation</translation>
    </message>
    <message>
        <source>&amp;Place in the line</source>
        <translation>P&amp;lace dans la file</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>Priori&amp;té</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Autres outils</translation>
    </message>
</context>
<context>
    <name>NcbiPage</name>
    <message>
        <source>Papers come from PubMed and PubMed Central. Neither an address nor a key is needed.</source>
        <translation>Les articles proviennent de PubMed et de PubMed Central. Ni adresse ni clé ne sont nécessaires.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Look up titles as soon as papers are added</source>
        <translation>Rechercher les titres dès l’ajout d’articles</translation>
    </message>
    <message>
        <source>NCBI writes to you before it shuts anybody out for asking too much.</source>
        <translation>Le NCBI vous écrit avant de bloquer quelqu’un pour un excès de requêtes.</translation>
    </message>
    <message>
        <source>With a key of your NCBI account papers are fetched three times as fast.</source>
        <translation>Avec une clé de votre compte NCBI, les articles sont récupérés trois fois plus vite.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>&amp;Email:</source>
        <translation>Adresse &amp;e-mail&#xa0;:</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>&amp;Clé d’API&#xa0;:</translation>
    </message>
</context>
<context>
    <name>NotOpened</name>
    <message>
        <source>The list of papers</source>
        <translation>Liste des articles</translation>
    </message>
    <message>
        <source>Go back to the backup</source>
        <translation>Revenir à la sauvegarde</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Notice</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>M’avertir</translation>
    </message>
    <message>
        <source>When everything is done</source>
        <translation>Quand tout est terminé</translation>
    </message>
    <message>
        <source>After each film</source>
        <translation>Après chaque film</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>À la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Go on making films, with an icon in the tray</source>
        <translation>Continuer à créer les films, avec une icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Otherwise the program ends. Films under way go on from there at the next start.</source>
        <translation>Sinon, le programme se termine. Les films en cours reprendront où ils en étaient au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>How this film is made</source>
        <translation>Création de ce film</translation>
    </message>
    <message>
        <source>How these films are made</source>
        <translation>Création de ces films</translation>
    </message>
    <message>
        <source>A film that is done stays as it is, and one more is made with these options.</source>
        <translation>Un film terminé reste tel quel, et un autre est réalisé avec ces options.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use these options</source>
        <translation>Utiliser ces options</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Shape of the picture</source>
        <translation>Format de l’image</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Colours of the film</source>
        <translation>Couleurs du film</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Let me read the script first</source>
        <translation>Me laisser d’abord lire le script</translation>
    </message>
    <message>
        <source>Also retracted papers</source>
        <translation>Aussi les articles rétractés</translation>
    </message>
    <message>
        <source>{name} (built in)</source>
        <translation>{name} (intégrée)</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Intégré</translation>
    </message>
    <message>
        <source>With your logo and closing words</source>
        <translation>Avec votre logo et vos mots de la fin</translation>
    </message>
    <message>
        <source>With your logo</source>
        <translation>Avec votre logo</translation>
    </message>
    <message>
        <source>With your closing words</source>
        <translation>Avec vos mots de la fin</translation>
    </message>
    <message>
        <source>Wide, 16:9</source>
        <translation>Paysage, 16:9</translation>
    </message>
    <message>
        <source>Tall, 9:16</source>
        <translation>Portrait, 9:16</translation>
    </message>
    <message>
        <source>Square, 1:1</source>
        <translation>Carré, 1:1</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tout public</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Spécialistes</translation>
    </message>
    <message>
        <source>Can be turned off</source>
        <translation>Désactivables</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Dans l’image</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Each film waits after its script until you approve it.</source>
        <translation>Chaque film attend après son script que vous l’approuviez.</translation>
    </message>
    <message>
        <source>Films of retracted papers say so throughout.</source>
        <translation>Les films d’articles rétractés le signalent du début à la fin.</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>&amp;Longueur</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>&amp;Sous-titres</translation>
    </message>
    <message>
        <source>A&amp;udience</source>
        <translation>Pu&amp;blic</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation>&amp;Voix</translation>
    </message>
    <message>
        <source>&amp;Pipeline</source>
        <translation>&amp;Pipeline</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Add papers</source>
        <translation>Ajouter des articles</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Effacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Type or paste PubMed numbers, PMC numbers, DOIs or links, in any form, such as

29412138
PMC5832411
https://doi.org/10.7554/eLife.32671

Drop lists here too: text, CSV, RIS, PubMed&apos;s exports, a paper&apos;s XML, or folders of them.</source>
        <translation>Saisissez ou collez des numéros PubMed ou PMC, des DOI ou des liens, sous toute forme, par exemple

29412138
PMC5832411
https://doi.org/10.7554/eLife.32671

Déposez aussi des listes ici&#xa0;: texte, CSV, RIS, exports de PubMed, XML d’un article, ou des dossiers qui en contiennent.</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>Ce qui est reconnu</translation>
    </message>
    <message>
        <source>What is not understood</source>
        <translation>Ce qui n’est pas compris</translation>
    </message>
    <message>
        <source>Which papers?</source>
        <translation>Quels articles&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln named twice</source>
        <translation>
            <numerusform>%Ln cité deux fois</numerusform>
            <numerusform>%Ln cités deux fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not understood</source>
        <translation>
            <numerusform>%Ln non compris</numerusform>
            <numerusform>%Ln non compris</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Rien n’est encore saisi.</translation>
    </message>
    <message>
        <source>1 paper recognised</source>
        <translation>1 article reconnu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers recognised</source>
        <translation>
            <numerusform>%Ln article reconnu</numerusform>
            <numerusform>%Ln articles reconnus</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Review 1 paper</source>
        <translation>Vérifier 1 article</translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln papers</source>
        <translation>
            <numerusform>Vérifier %Ln article</numerusform>
            <numerusform>Vérifier %Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, “{text}”: {reason}</source>
        <translation>Ligne {line}, «&#xa0;{text}&#xa0;»&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Open lists and papers</source>
        <translation>Ouvrir des listes et des articles</translation>
    </message>
    <message>
        <source>Lists and papers ({endings})</source>
        <translation>Listes et articles ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a folder of lists or papers</source>
        <translation>Ouvrir un dossier de listes ou d’articles</translation>
    </message>
</context>
<context>
    <name>PaperTab</name>
    <message>
        <source>Copy citation</source>
        <translation>Copier la citation</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>This paper was retracted. Its findings should not be relied on.</source>
        <translation>Cet article a été rétracté. Ses résultats ne sont pas fiables.</translation>
    </message>
    <message>
        <source>Only the abstract is known: the full text was not available.</source>
        <translation>Seul le résumé est connu&#xa0;: le texte intégral n’était pas disponible.</translation>
    </message>
    <message>
        <source>The paper&apos;s file cannot be read. What the list knows of it is shown.</source>
        <translation>Le fichier de l’article est illisible. Ce que la liste en sait est affiché.</translation>
    </message>
    <message>
        <source>Make the film again to fetch it anew.</source>
        <translation>Refaites le film pour le récupérer à nouveau.</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>En texte</translation>
    </message>
    <message>
        <source>As BibTeX</source>
        <translation>En BibTeX</translation>
    </message>
    <message>
        <source>As RIS</source>
        <translation>En RIS</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>The rest is too long to be shown here.</source>
        <translation>La suite est trop longue pour être affichée ici.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} et %n autre</numerusform>
            <numerusform>{names} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Untitled paper</source>
        <translation>Article sans titre</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message numerus="yes">
        <source>And %n more of this kind.</source>
        <translation>
            <numerusform>Et %n autre de ce type.</numerusform>
            <numerusform>Et %n autres de ce type.</numerusform>
        </translation>
    </message>
    <message>
        <source>A correction of this paper was published.</source>
        <translation>Une correction de cet article a été publiée.</translation>
    </message>
    <message>
        <source>An expression of concern about this paper was published.</source>
        <translation>Une mise en garde concernant cet article a été publiée.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture of the film</source>
        <translation>Image du film</translation>
    </message>
</context>
<context>
    <name>PipelinesPage</name>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Films can also be made by a program of your own, which is given a paper and a folder. It runs with your rights: add only what you trust.</source>
        <translation>Les films peuvent aussi être créés par un programme à vous, qui reçoit un article et un dossier. Il s’exécute avec vos droits&#xa0;: n’ajoutez que ce en quoi vous avez confiance.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Aj&amp;outer</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>Nouveau pipeline</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>My pipeline</source>
        <translation>Mon pipeline</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>Valeur de {name}</translation>
    </message>
    <message>
        <source>Pipeline to be changed</source>
        <translation>Pipeline à modifier</translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>No scene is finished yet.</source>
        <translation>Aucune scène n’est encore terminée.</translation>
    </message>
    <message>
        <source>Scene {number} of {total} — the film is still being made</source>
        <translation>Scène {number} sur {total} — le film est encore en cours de création</translation>
    </message>
    <message>
        <source>Scene {number} — the film is still being made</source>
        <translation>Scène {number} — le film est encore en cours de création</translation>
    </message>
    <message>
        <source>The film cannot be played. Its file is damaged.</source>
        <translation>Le film ne peut pas être lu. Son fichier est endommagé.</translation>
    </message>
    <message>
        <source>The scenes that are finished cannot be played just now.</source>
        <translation>Les scènes terminées ne peuvent pas être lues pour l’instant.</translation>
    </message>
    <message>
        <source>The film is not where it was. It was moved or deleted, or its drive is not connected.</source>
        <translation>Le film n’est plus à sa place. Il a été déplacé ou supprimé, ou son disque n’est pas connecté.</translation>
    </message>
    <message>
        <source>Find film…</source>
        <translation>Localiser le film…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Refaire</translation>
    </message>
</context>
<context>
    <name>PlayerShortcuts</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play; again, faster</source>
        <translation>Lire&#x202f;; encore, plus vite</translation>
    </message>
    <message>
        <source>Play backward; again, faster</source>
        <translation>Lire à l’envers&#x202f;; encore, plus vite</translation>
    </message>
    <message>
        <source>5 seconds back or on</source>
        <translation>Reculer ou avancer de 5&#xa0;secondes</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>Reculer ou avancer d’une image</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page haut, Page bas</translation>
    </message>
    <message>
        <source>Previous or next chapter</source>
        <translation>Chapitre précédent ou suivant</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Début, Fin</translation>
    </message>
    <message>
        <source>Start or end</source>
        <translation>Début ou fin</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>Plus lent ou plus rapide</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <translation>Plus ou moins fort</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>As it was given</source>
        <translation>Tel que fourni</translation>
    </message>
    <message>
        <source>Its film</source>
        <translation>Son film</translation>
    </message>
    <message>
        <source>Named before</source>
        <translation>Déjà cité</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Why it was not understood</source>
        <translation>Pourquoi ce n’est pas compris</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>{state} (number {number})</source>
        <translation>{state} (numéro {number})</translation>
    </message>
    <message>
        <source>The same paper by another name</source>
        <translation>Le même article sous un autre nom</translation>
    </message>
    <message>
        <source>A link of the page</source>
        <translation>Un lien de la page</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>ligne {number}</translation>
    </message>
    <message>
        <source>{file}, line {number}</source>
        <translation>{file}, ligne {number}</translation>
    </message>
</context>
<context>
    <name>PreviewSheet</name>
    <message>
        <source>Add papers</source>
        <translation>Ajouter des articles</translation>
    </message>
    <message>
        <source>Re&amp;member these choices</source>
        <translation>&amp;Mémoriser ces choix</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui n’a pas fonctionné</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>From {source}</source>
        <translation>De {source}</translation>
    </message>
    <message numerus="yes">
        <source>From {source} and %Ln more</source>
        <translation>
            <numerusform>De {source} et %Ln autre</numerusform>
            <numerusform>De {source} et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the film that is here already &amp;again</source>
        <translation>&amp;Refaire le film déjà présent</translation>
    </message>
    <message numerus="yes">
        <source>Make the %Ln films that are here already &amp;again</source>
        <translation>
            <numerusform>&amp;Refaire le %Ln film déjà présent</numerusform>
            <numerusform>&amp;Refaire les %Ln films déjà présents</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>1 new paper</source>
        <translation>1 nouvel article</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new papers</source>
        <translation>
            <numerusform>%Ln nouvel article</numerusform>
            <numerusform>%Ln nouveaux articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Rien de nouveau</translation>
    </message>
    <message>
        <source>No paper was found</source>
        <translation>Aucun article trouvé</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add 1 paper</source>
        <translation>Ajouter 1 article</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln papers</source>
        <translation>
            <numerusform>Ajouter %Ln article</numerusform>
            <numerusform>Ajouter %Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>This pipeline is not in the settings any more. Choose another one.</source>
        <translation>Ce pipeline n’est plus dans les paramètres. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This voice is not there. Choose another one.</source>
        <translation>Cette voix n’est pas disponible. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>There is such a film of each of these papers already.</source>
        <translation>Un tel film existe déjà pour chacun de ces articles.</translation>
    </message>
    <message>
        <source>Nothing here names a paper.</source>
        <translation>Rien ici ne désigne un article.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Cop&amp;y list</source>
        <translation>Cop&amp;ier la liste</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Lignes affichées</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Why the chosen line was not understood</source>
        <translation>Pourquoi la ligne choisie n’est pas comprise</translation>
    </message>
    <message>
        <source>Copy all rows of this list, to be pasted into a text or a table</source>
        <translation>Copier toutes les lignes de cette liste, pour les coller dans un texte ou un tableau</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Déjà présents</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répétés</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Non compris</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Working folder of the pipeline</source>
        <translation>Dossier de travail du pipeline</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>The program&apos;s own</source>
        <translation>Celui du programme</translation>
    </message>
    <message>
        <source>The program first, then one argument a line. These stand for the film&apos;s own: {known}.</source>
        <translation>D’abord le programme, puis un argument par ligne. Ceux-ci représentent les valeurs du film&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>Names of variables, with commas between. Their values are typed in below.</source>
        <translation>Noms de variables, séparés par des virgules. Leurs valeurs se saisissent ci-dessous.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Commande</translation>
    </message>
    <message>
        <source>&amp;Working folder</source>
        <translation>&amp;Dossier de travail</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>C&amp;lés</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Examining what films need, and writing the report …</source>
        <translation>Examen de ce dont les films ont besoin et rédaction du rapport…</translation>
    </message>
    <message>
        <source>The report is a file that helps to find out what is wrong. Send it together with a few words on what you did and what happened. It is text that you can read first; nothing is sent by itself.</source>
        <translation>Le rapport est un fichier qui aide à trouver ce qui ne va pas. Envoyez-le avec quelques mots sur ce que vous avez fait et ce qui s’est passé. C’est du texte que vous pouvez lire d’abord&#x202f;; rien n’est envoyé automatiquement.</translation>
    </message>
    <message>
        <source>The report is being written</source>
        <translation>Rédaction du rapport en cours</translation>
    </message>
    <message>
        <source>In it: what the examination of this computer finds, the versions of everything, the settings of the queue, how many papers there are, which went wrong and why, and the ends of the program’s log and of their logs. Papers from PubMed are named by their numbers.</source>
        <translation>Il contient&#xa0;: le résultat de l’examen de cet ordinateur, toutes les versions, les paramètres de la file d’attente, le nombre d’articles, ceux qui ont échoué et pourquoi, ainsi que la fin du journal du programme et de leurs journaux. Les articles de PubMed y sont désignés par leurs numéros.</translation>
    </message>
    <message>
        <source>Not in it: keys and passwords, e-mail addresses, your name and folders, titles, films, and anything of papers that you have as files.</source>
        <translation>Il ne contient pas&#xa0;: les clés et mots de passe, les adresses e-mail, votre nom et vos dossiers, les titres, les films, ni rien des articles que vous avez sous forme de fichiers.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Reports (*.zip)</source>
        <translation>Rapports (*.zip)</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Enregistré sous {path}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>différé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>needs-attention</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exporté</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>quota de disque dépassé</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>périphérique ou ressource occupé</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>connexion au fichier perdue</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>le disque n’est pas connecté</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>erreur d’entrée/sortie du disque</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>le fichier de la base de données ne s’ouvre pas</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>la base de données est en lecture seule</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>la base de données est endommagée</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>le fichier n’est pas une base de données</translation>
    </message>
    <message>
        <source>English</source>
        <translation>français</translation>
    </message>
    <message>
        <source>{share}%</source>
        <translation>{share}&#xa0;%</translation>
    </message>
    <message>
        <source>A job must be tried at least once.</source>
        <translation>Une tâche doit être tentée au moins une fois.</translation>
    </message>
    <message>
        <source>A number among other words is not taken for a PMID; if it is one, write “PMID: {number}”.</source>
        <translation>Un nombre parmi d’autres mots n’est pas pris pour un PMID&#x202f;; si c’en est un, écrivez «&#xa0;PMID&#xa0;: {number}&#xa0;».</translation>
    </message>
    <message>
        <source>A pipeline of your own needs a command to run.</source>
        <translation>Un pipeline personnel a besoin d’une commande à exécuter.</translation>
    </message>
    <message>
        <source>A process that draws the film could not be started.</source>
        <translation>Un processus qui dessine le film n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>A process that draws the film ended unexpectedly.</source>
        <translation>Un processus qui dessine le film s’est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <source>A process that draws the film was ended by force.</source>
        <translation>Un processus qui dessine le film a été arrêté de force.</translation>
    </message>
    <message>
        <source>A web page came instead of a paper.</source>
        <translation>Une page web est arrivée à la place d’un article.</translation>
    </message>
    <message>
        <source>Add the papers in several parts, or as a list in a file.</source>
        <translation>Ajoutez les articles en plusieurs fois, ou sous forme de liste dans un fichier.</translation>
    </message>
    <message>
        <source>Another program is holding {name} and does not let go.</source>
        <translation>Un autre programme retient {name} et ne le libère pas.</translation>
    </message>
    <message>
        <source>Another run is already working in {folder}.</source>
        <translation>Une autre exécution travaille déjà dans {folder}.</translation>
    </message>
    <message>
        <source>Approve it to have the whole film made, or cancel the job.</source>
        <translation>Approuvez-le pour que le film entier soit créé, ou abandonnez la tâche.</translation>
    </message>
    <message>
        <source>Change only sentences and scenes there, or delete the file to have it written anew.</source>
        <translation>N’y modifiez que des phrases et des scènes, ou supprimez le fichier pour qu’il soit réécrit.</translation>
    </message>
    <message>
        <source>Check that it is the paper&apos;s XML and not an archive or a data set.</source>
        <translation>Vérifiez qu’il s’agit bien du XML de l’article, et non d’une archive ou d’un jeu de données.</translation>
    </message>
    <message>
        <source>Check that the file is still there and that you may read it.</source>
        <translation>Vérifiez que le fichier est toujours là et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>Check that you may read the paper&apos;s files, or copy them to a folder of yours.</source>
        <translation>Vérifiez que vous avez le droit de lire les fichiers de l’article, ou copiez-les dans un dossier à vous.</translation>
    </message>
    <message>
        <source>Check the disk for films, or choose another folder for them.</source>
        <translation>Vérifiez le disque des films, ou choisissez un autre dossier pour eux.</translation>
    </message>
    <message>
        <source>Check the disk for films; it is tried again by itself, and the film is not made anew for it.</source>
        <translation>Vérifiez le disque des films&#x202f;; une nouvelle tentative aura lieu d’elle-même, sans que le film soit refait.</translation>
    </message>
    <message>
        <source>Check the disk that it is on; the database is examined when the program starts again.</source>
        <translation>Vérifiez le disque sur lequel elle se trouve&#x202f;; la base de données sera examinée au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Check the drive and its connection, then export again.</source>
        <translation>Vérifiez le disque et sa connexion, puis exportez de nouveau.</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Vérifiez le fichier.</translation>
    </message>
    <message>
        <source>Check the folder and its drive, then try again.</source>
        <translation>Vérifiez le dossier et son disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again; a paper in hand needs none.</source>
        <translation>Vérifiez la connexion à Internet et réessayez&#x202f;; un article que vous avez en fichier n’en a pas besoin.</translation>
    </message>
    <message>
        <source>Check the number, or use the PMID or DOI of the paper instead.</source>
        <translation>Vérifiez le numéro, ou utilisez plutôt le PMID ou le DOI de l’article.</translation>
    </message>
    <message>
        <source>Check the number; a paper that is elsewhere can be given as its JATS XML file.</source>
        <translation>Vérifiez le numéro&#x202f;; un article qui se trouve ailleurs peut être donné sous la forme de son fichier XML JATS.</translation>
    </message>
    <message>
        <source>Check the path, or give a PMID, PMCID or DOI.</source>
        <translation>Vérifiez le chemin, ou donnez un PMID, un PMCID ou un DOI.</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG picture of at most {largest_logo} MB, or make the film without a logo.</source>
        <translation>Choisissez une image PNG ou JPEG de {largest_logo}&#xa0;Mo au plus, ou créez le film sans logo.</translation>
    </message>
    <message>
        <source>Choose a file that was made with Export in the settings.</source>
        <translation>Choisissez un fichier créé avec Exporter dans les paramètres.</translation>
    </message>
    <message>
        <source>Choose a file with a list of papers.</source>
        <translation>Choisissez un fichier contenant une liste d’articles.</translation>
    </message>
    <message>
        <source>Choose a folder that is not as deep.</source>
        <translation>Choisissez un dossier moins profond.</translation>
    </message>
    <message>
        <source>Choose a folder that you own, or change its permissions.</source>
        <translation>Choisissez un dossier qui vous appartient, ou modifiez ses autorisations.</translation>
    </message>
    <message>
        <source>Choose a folder that you own, or check its drive.</source>
        <translation>Choisissez un dossier qui vous appartient, ou vérifiez son disque.</translation>
    </message>
    <message>
        <source>Choose a folder that you own, or close the program that has the file open.</source>
        <translation>Choisissez un dossier qui vous appartient, ou fermez le programme dans lequel le fichier est ouvert.</translation>
    </message>
    <message>
        <source>Choose a folder to export to.</source>
        <translation>Choisissez un dossier de destination.</translation>
    </message>
    <message>
        <source>Choose a paper with an English abstract or text.</source>
        <translation>Choisissez un article dont le résumé ou le texte est en anglais.</translation>
    </message>
    <message>
        <source>Choose another backup, or start afresh.</source>
        <translation>Choisissez une autre sauvegarde, ou repartez de zéro.</translation>
    </message>
    <message>
        <source>Choose another file, or let the film be made again.</source>
        <translation>Choisissez un autre fichier, ou faites refaire le film.</translation>
    </message>
    <message>
        <source>Choose another folder, so that nothing of yours is overwritten.</source>
        <translation>Choisissez un autre dossier, afin que rien de ce qui vous appartient ne soit écrasé.</translation>
    </message>
    <message>
        <source>Choose another folder, so that the film there is not overwritten.</source>
        <translation>Choisissez un autre dossier, afin que le film qui s’y trouve ne soit pas écrasé.</translation>
    </message>
    <message>
        <source>Choose another folder, such as one in your documents.</source>
        <translation>Choisissez un autre dossier, par exemple parmi vos documents.</translation>
    </message>
    <message>
        <source>Choose another folder, such as your documents.</source>
        <translation>Choisissez un autre dossier, par exemple vos documents.</translation>
    </message>
    <message>
        <source>Choose films that are done.</source>
        <translation>Choisissez des films terminés.</translation>
    </message>
    <message>
        <source>Choose one of these: {sorted}.</source>
        <translation>Choisissez parmi&#xa0;: {sorted}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}; or put a piper voice (NAME.onnx, NAME.onnx.json) into a folder and name it in VIDEOGEN_VOICES_DIR.</source>
        <translation>Choisissez parmi&#xa0;: {known}&#x202f;; ou placez une voix piper (NOM.onnx, NOM.onnx.json) dans un dossier et indiquez-le dans VIDEOGEN_VOICES_DIR.</translation>
    </message>
    <message>
        <source>Choose the film, or anything else.</source>
        <translation>Choisissez le film, ou autre chose.</translation>
    </message>
    <message>
        <source>Choose the folder and the files again.</source>
        <translation>Choisissez de nouveau le dossier et les fichiers.</translation>
    </message>
    <message>
        <source>Choose the folder that the files go to.</source>
        <translation>Choisissez le dossier où iront les fichiers.</translation>
    </message>
    <message>
        <source>Clip {clips} of {scenes}</source>
        <translation>Clip {clips} sur {scenes}</translation>
    </message>
    <message>
        <source>Close it on the computer {computer}, then start again; jobs that it was working on go on from their last finished step.</source>
        <translation>Fermez-le sur l’ordinateur {computer}, puis redémarrez&#x202f;; les tâches en cours reprendront à leur dernière étape terminée.</translation>
    </message>
    <message>
        <source>Close its window, or end its process (number {pid}), then start again; jobs that it was working on go on from their last finished step.</source>
        <translation>Fermez sa fenêtre ou arrêtez son processus (numéro {pid}), puis redémarrez&#x202f;; les tâches en cours reprendront à leur dernière étape terminée.</translation>
    </message>
    <message>
        <source>Close other programs if memory is short, and try again.</source>
        <translation>Fermez d’autres programmes si la mémoire manque, et réessayez.</translation>
    </message>
    <message>
        <source>Close other programs if memory is short, or set --max-workers 1, and start again; finished scenes are kept.</source>
        <translation>Fermez d’autres programmes si la mémoire manque, ou choisissez --max-workers 1, puis recommencez&#x202f;; les scènes terminées sont conservées.</translation>
    </message>
    <message>
        <source>Close other programs that have it open, such as a backup or a database browser, then try again.</source>
        <translation>Fermez les autres programmes qui l’ont ouverte, comme un outil de sauvegarde ou un explorateur de bases de données, puis réessayez.</translation>
    </message>
    <message>
        <source>Connect its drive again or choose another folder, then export again.</source>
        <translation>Rebranchez son disque ou choisissez un autre dossier, puis exportez de nouveau.</translation>
    </message>
    <message>
        <source>Correct it in the settings or the environment.</source>
        <translation>Corrigez cela dans les paramètres ou dans l’environnement.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>Corrigez cela dans les paramètres.</translation>
    </message>
    <message>
        <source>Correct the file, or delete it to begin with the usual settings.</source>
        <translation>Corrigez le fichier, ou supprimez-le pour repartir des paramètres habituels.</translation>
    </message>
    <message>
        <source>Correct the key in the settings, or leave it empty: it works without one, only slower.</source>
        <translation>Corrigez la clé dans les paramètres, ou laissez-la vide&#xa0;: cela fonctionne sans clé, mais plus lentement.</translation>
    </message>
    <message>
        <source>Correct the sentence in script.json, or delete script.json to have it written anew.</source>
        <translation>Corrigez la phrase dans script.json, ou supprimez script.json pour qu’il soit réécrit.</translation>
    </message>
    <message>
        <source>Correct the system&apos;s proxy setting (an http or https proxy is needed).</source>
        <translation>Corrigez le réglage du proxy du système (il faut un proxy http ou https).</translation>
    </message>
    <message>
        <source>Delete it and start again; it is made anew.</source>
        <translation>Supprimez-le et recommencez&#x202f;; il sera refait.</translation>
    </message>
    <message>
        <source>Drawing the scenes</source>
        <translation>Dessin des scènes</translation>
    </message>
    <message>
        <source>Each pipeline needs a name of its own.</source>
        <translation>Chaque pipeline doit avoir un nom qui lui est propre.</translation>
    </message>
    <message>
        <source>End it, then start again; jobs that it was working on go on from their last finished step.</source>
        <translation>Arrêtez-le, puis redémarrez&#x202f;; les tâches en cours reprendront à leur dernière étape terminée.</translation>
    </message>
    <message>
        <source>Enter a PMID such as 29412138, a PMCID such as PMC5832925, or a DOI such as 10.7554/eLife.32671.</source>
        <translation>Saisissez un PMID comme 29412138, un PMCID comme PMC5832925 ou un DOI comme 10.7554/eLife.32671.</translation>
    </message>
    <message>
        <source>Enter {name} in the settings, then start the job again.</source>
        <translation>Saisissez {name} dans les paramètres, puis relancez la tâche.</translation>
    </message>
    <message>
        <source>Export again when a film is done.</source>
        <translation>Exportez de nouveau lorsqu’un film sera terminé.</translation>
    </message>
    <message>
        <source>Export it again when its film is done.</source>
        <translation>Exportez-le de nouveau lorsque son film sera terminé.</translation>
    </message>
    <message>
        <source>Fetch the paper again, or use the XML that PubMed Central or the journal offers.</source>
        <translation>Récupérez de nouveau l’article, ou utilisez le XML proposé par PubMed Central ou par la revue.</translation>
    </message>
    <message>
        <source>Fetch the paper again; if it stays so, remove the figure from its folder.</source>
        <translation>Récupérez de nouveau l’article&#x202f;; si cela persiste, retirez la figure de son dossier.</translation>
    </message>
    <message>
        <source>Fetching the figures</source>
        <translation>Récupération des figures</translation>
    </message>
    <message>
        <source>Fetching the text</source>
        <translation>Récupération du texte</translation>
    </message>
    <message>
        <source>Figure {number} of {figures}</source>
        <translation>Figure {number} sur {figures}</translation>
    </message>
    <message>
        <source>Find it and put it back, or make the film again.</source>
        <translation>Retrouvez-le et remettez-le en place, ou refaites le film.</translation>
    </message>
    <message>
        <source>Finished films are kept there.</source>
        <translation>C’est là que sont conservés les films terminés.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then export again; what is there stays.</source>
        <translation>Libérez de l’espace ou choisissez un autre dossier, puis exportez de nouveau&#x202f;; ce qui s’y trouve déjà reste en place.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then start again; finished steps are kept.</source>
        <translation>Libérez de l’espace ou choisissez un autre dossier, puis recommencez&#x202f;; les étapes terminées sont conservées.</translation>
    </message>
    <message>
        <source>Free some space, choose another folder or export less.</source>
        <translation>Libérez de l’espace, choisissez un autre dossier ou exportez moins de fichiers.</translation>
    </message>
    <message>
        <source>Free some space, keep fewer finished jobs&apos; files, or lower the limit in the settings.</source>
        <translation>Libérez de l’espace, conservez moins de fichiers des tâches terminées, ou abaissez la limite dans les paramètres.</translation>
    </message>
    <message>
        <source>Free some space, then save again.</source>
        <translation>Libérez de l’espace, puis enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Free some space; the queue goes on by itself, and nothing that was saved is lost.</source>
        <translation>Libérez de l’espace&#x202f;; la file d’attente reprendra d’elle-même, et rien de ce qui est enregistré n’est perdu.</translation>
    </message>
    <message>
        <source>Give a smaller copy of it.</source>
        <translation>Donnez-en une copie plus petite.</translation>
    </message>
    <message>
        <source>Give each scene a sentence or remove the scene, or delete the file to have it written anew.</source>
        <translation>Donnez une phrase à chaque scène ou retirez la scène, ou supprimez le fichier pour qu’il soit réécrit.</translation>
    </message>
    <message>
        <source>Give one JATS file (.xml or .nxml), or a folder with one and its figures.</source>
        <translation>Donnez un seul fichier JATS (.xml ou .nxml), ou un dossier qui en contient un avec ses figures.</translation>
    </message>
    <message>
        <source>Go back to the backup {name}, or start afresh; finished films are kept either way.</source>
        <translation>Revenez à la sauvegarde {name}, ou repartez de zéro&#x202f;; dans les deux cas, les films terminés sont conservés.</translation>
    </message>
    <message>
        <source>Go on with the version that you had, and report this with the output of “videogen jobs doctor”.</source>
        <translation>Continuez avec la version que vous aviez, et signalez ceci avec ce qu’affiche «&#xa0;videogen jobs doctor&#xa0;».</translation>
    </message>
    <message>
        <source>If you have the full paper as a JATS file, give that file instead of its number.</source>
        <translation>Si vous avez l’article complet en fichier JATS, donnez ce fichier au lieu de son numéro.</translation>
    </message>
    <message>
        <source>If you have the paper as a JATS file, give that file instead of its number.</source>
        <translation>Si vous avez l’article en fichier JATS, donnez ce fichier au lieu de son numéro.</translation>
    </message>
    <message>
        <source>If you have the paper&apos;s JATS XML, give that file instead.</source>
        <translation>Si vous avez le XML JATS de l’article, donnez plutôt ce fichier.</translation>
    </message>
    <message>
        <source>Install the application again, or put a piper voice (NAME.onnx, NAME.onnx.json) into a folder and name it in VIDEOGEN_VOICES_DIR.</source>
        <translation>Réinstallez l’application, ou placez une voix piper (NOM.onnx, NOM.onnx.json) dans un dossier et indiquez-le dans VIDEOGEN_VOICES_DIR.</translation>
    </message>
    <message>
        <source>It belongs to a job by now.</source>
        <translation>Cela appartient désormais à une tâche.</translation>
    </message>
    <message>
        <source>It cannot be read: {strerror}.</source>
        <translation>Lecture impossible&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>It cannot be removed: {strerror}.</source>
        <translation>Suppression impossible&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>It ended as if all were well, but told of no film.</source>
        <translation>Il s’est terminé comme si tout allait bien, mais n’a annoncé aucun film.</translation>
    </message>
    <message>
        <source>It ended with the code {code} without saying why.</source>
        <translation>Il s’est terminé avec le code {code} sans dire pourquoi.</translation>
    </message>
    <message>
        <source>It holds bytes that no text has.</source>
        <translation>Il contient des octets qu’aucun texte ne contient.</translation>
    </message>
    <message>
        <source>It holds control characters (such as NUL), which no identifier has.</source>
        <translation>Il s’y trouve des caractères de contrôle (comme NUL), qu’aucun identifiant ne contient.</translation>
    </message>
    <message>
        <source>It is a PDF document.</source>
        <translation>C’est un document PDF.</translation>
    </message>
    <message>
        <source>It is a database.</source>
        <translation>C’est une base de données.</translation>
    </message>
    <message>
        <source>It is a formatted (RTF) document.</source>
        <translation>C’est un document mis en forme (RTF).</translation>
    </message>
    <message>
        <source>It is a gzip archive.</source>
        <translation>C’est une archive gzip.</translation>
    </message>
    <message>
        <source>It is a picture.</source>
        <translation>C’est une image.</translation>
    </message>
    <message>
        <source>It is an Excel workbook or another zipped document.</source>
        <translation>C’est un classeur Excel ou un autre document compressé.</translation>
    </message>
    <message>
        <source>It is an old Excel or Word document.</source>
        <translation>C’est un ancien document Excel ou Word.</translation>
    </message>
    <message>
        <source>It is being cancelled already.</source>
        <translation>La tâche est déjà en cours d’abandon.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>La tâche est en cours d’abandon.</translation>
    </message>
    <message>
        <source>It is being paused already.</source>
        <translation>La tâche est déjà en cours de mise en pause.</translation>
    </message>
    <message>
        <source>It is in the list.</source>
        <translation>La tâche est dans la liste.</translation>
    </message>
    <message>
        <source>It is larger than {max_list_bytes} MB. Split it, or export the PMIDs alone.</source>
        <translation>Sa taille dépasse {max_list_bytes}&#xa0;Mo. Divisez-le, ou n’exportez que les PMID.</translation>
    </message>
    <message>
        <source>It is looked at again when the job goes on.</source>
        <translation>Il sera examiné de nouveau quand la tâche reprendra.</translation>
    </message>
    <message>
        <source>It is none of the things that a clean-up removes.</source>
        <translation>Ce n’est rien de ce qu’un nettoyage supprime.</translation>
    </message>
    <message>
        <source>It is not held back because its paper was retracted.</source>
        <translation>La tâche n’est pas retenue à cause d’une rétractation de son article.</translation>
    </message>
    <message>
        <source>It is not in the data folder, is a link, or is gone.</source>
        <translation>Ce n’est pas dans le dossier de données, c’est un lien, ou cela n’existe plus.</translation>
    </message>
    <message>
        <source>It is only the first half of a DOI; one looks like 10.7554/eLife.32671.</source>
        <translation>Ce n’est que la première moitié d’un DOI&#x202f;; un DOI ressemble à 10.7554/eLife.32671.</translation>
    </message>
    <message>
        <source>It is paused; resume it.</source>
        <translation>La tâche est en pause&#x202f;; faites-la reprendre.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>La tâche est en cours.</translation>
    </message>
    <message>
        <source>It is running; cancel it first.</source>
        <translation>La tâche est en cours&#x202f;; abandonnez-la d’abord.</translation>
    </message>
    <message>
        <source>It is running; its film is being made as it was ordered.</source>
        <translation>La tâche est en cours&#x202f;; son film est créé tel qu’il a été demandé.</translation>
    </message>
    <message>
        <source>It is started again by itself and goes on from the last finished step.</source>
        <translation>La tâche est relancée d’elle-même et reprend à la dernière étape terminée.</translation>
    </message>
    <message>
        <source>It is started again by itself. If it keeps ending the application, cancel it and report its log.</source>
        <translation>La tâche est relancée d’elle-même. Si elle continue d’arrêter l’application, abandonnez-la et signalez-le avec son journal.</translation>
    </message>
    <message>
        <source>It is the folder of a paper; the lists in it were left alone. Drop them by themselves.</source>
        <translation>C’est le dossier d’un article&#x202f;; les listes qu’il contient ont été laissées de côté. Déposez-les séparément.</translation>
    </message>
    <message>
        <source>It is tried again by itself; nothing needs to be done.</source>
        <translation>Une nouvelle tentative aura lieu d’elle-même&#x202f;; il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>It is tried again later; close other programs, or let fewer films be made at once.</source>
        <translation>Une nouvelle tentative aura lieu plus tard&#x202f;; fermez d’autres programmes, ou faites créer moins de films à la fois.</translation>
    </message>
    <message>
        <source>It is {state} already.</source>
        <translation>L’état de la tâche est déjà «&#xa0;{state}&#xa0;».</translation>
    </message>
    <message>
        <source>It is {state}, and from there it cannot become {state2}.</source>
        <translation>L’état de la tâche est «&#xa0;{state}&#xa0;» et ne peut pas devenir «&#xa0;{state2}&#xa0;».</translation>
    </message>
    <message>
        <source>It is {state}, not paused.</source>
        <translation>L’état de la tâche est «&#xa0;{state}&#xa0;»&#x202f;; elle n’est pas en pause.</translation>
    </message>
    <message>
        <source>It is {state}, so it has no place in the line.</source>
        <translation>L’état de la tâche est «&#xa0;{state}&#xa0;»&#x202f;; elle n’a donc pas de place dans la file.</translation>
    </message>
    <message>
        <source>It may be one number or several; write each PMID without separators inside it.</source>
        <translation>Ce peut être un nombre ou plusieurs&#x202f;; écrivez chaque PMID sans séparateur à l’intérieur.</translation>
    </message>
    <message>
        <source>It names no paper.</source>
        <translation>Aucun article n’y est nommé.</translation>
    </message>
    <message numerus="yes">
        <source>It names {papers} papers where one is expected.</source>
        <translation>
            <numerusform>Il y a là {papers} article, alors qu’un seul est attendu.</numerusform>
            <numerusform>Il y a là {papers} articles, alors qu’un seul est attendu.</numerusform>
        </translation>
    </message>
    <message>
        <source>It reads like a command for a computer, so nothing in it was taken for an identifier.</source>
        <translation>Cela ressemble à une commande pour un ordinateur&#x202f;; rien n’y a donc été pris pour un identifiant.</translation>
    </message>
    <message>
        <source>It was ended because it had not said anything for too long.</source>
        <translation>Il a été arrêté parce qu’il n’avait rien dit depuis trop longtemps.</translation>
    </message>
    <message>
        <source>It was ended because it had taken longer than is allowed.</source>
        <translation>Il a été arrêté parce qu’il avait dépassé la durée permise.</translation>
    </message>
    <message>
        <source>It was ended because it had taken more memory than is allowed.</source>
        <translation>Il a été arrêté parce qu’il avait pris plus de mémoire que permis.</translation>
    </message>
    <message>
        <source>It was ended from outside or by a fault (signal {signal}).</source>
        <translation>Il a été arrêté de l’extérieur ou par une défaillance (signal {signal}).</translation>
    </message>
    <message>
        <source>It was left as it is: install the newer version again, or choose another data folder.</source>
        <translation>Elle a été laissée telle quelle&#xa0;: réinstallez la version plus récente, ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <source>It was stopped from outside, though nobody had asked for that here.</source>
        <translation>Il a été arrêté de l’extérieur, alors que personne ne l’avait demandé ici.</translation>
    </message>
    <message>
        <source>Its job is not there any more.</source>
        <translation>Sa tâche n’existe plus.</translation>
    </message>
    <message>
        <source>Its job is {state}.</source>
        <translation>L’état de sa tâche est «&#xa0;{state}&#xa0;».</translation>
    </message>
    <message>
        <source>Its name holds characters that no other program can read; rename it, then add it again.</source>
        <translation>Son nom contient des caractères qu’aucun autre programme ne peut lire&#x202f;; renommez-le, puis ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>Its numbers differ so much in length that some may be years, volumes or pages; label each PMID (“PMID: 29412138”) or write one a line.</source>
        <translation>Ses nombres sont de longueurs si différentes que certains peuvent être des années, des volumes ou des pages&#x202f;; signalez chaque PMID («&#xa0;PMID&#xa0;: 29412138&#xa0;») ou écrivez-en un par ligne.</translation>
    </message>
    <message>
        <source>Its picture cannot be read.</source>
        <translation>Son image ne peut pas être lue.</translation>
    </message>
    <message>
        <source>Its picture is too large.</source>
        <translation>Son image est trop grande.</translation>
    </message>
    <message>
        <source>Its priority is {priority} already.</source>
        <translation>Sa priorité est déjà {priority}.</translation>
    </message>
    <message>
        <source>Its script is not waiting to be approved.</source>
        <translation>Son script n’attend pas d’approbation.</translation>
    </message>
    <message>
        <source>Joining the film</source>
        <translation>Assemblage du film</translation>
    </message>
    <message>
        <source>Loading the voice</source>
        <translation>Chargement de la voix</translation>
    </message>
    <message>
        <source>Look at the job again; it may have gone on since.</source>
        <translation>Regardez de nouveau la tâche&#x202f;; elle a peut-être avancé depuis.</translation>
    </message>
    <message>
        <source>Look at this job&apos;s log, and report it with the log; you can start it again by hand.</source>
        <translation>Consultez le journal de cette tâche, et signalez le problème avec ce journal&#x202f;; vous pouvez relancer la tâche vous-même.</translation>
    </message>
    <message>
        <source>Look at this job&apos;s log, put right what it says, and start the job again.</source>
        <translation>Consultez le journal de cette tâche, corrigez ce qu’il indique, puis relancez la tâche.</translation>
    </message>
    <message>
        <source>Look at this job&apos;s log; if it happens again, make the film from scratch.</source>
        <translation>Consultez le journal de cette tâche&#x202f;; si cela se reproduit, refaites le film depuis le début.</translation>
    </message>
    <message>
        <source>Look at this job&apos;s log; start the job again once you know why.</source>
        <translation>Consultez le journal de cette tâche&#x202f;; relancez-la quand vous en connaîtrez la raison.</translation>
    </message>
    <message>
        <source>Looking for the paper</source>
        <translation>Recherche de l’article</translation>
    </message>
    <message>
        <source>Make the film again with --no-skip-existing, so that every clip is made anew.</source>
        <translation>Refaites le film avec --no-skip-existing, afin que chaque clip soit refait.</translation>
    </message>
    <message>
        <source>Make the film again, then export it.</source>
        <translation>Refaites le film, puis exportez-le.</translation>
    </message>
    <message>
        <source>Mend it there, or delete the file to have the script written anew.</source>
        <translation>Corrigez-le à cet endroit, ou supprimez le fichier pour que le script soit réécrit.</translation>
    </message>
    <message>
        <source>Move it away or change the template of the names, then export again.</source>
        <translation>Déplacez cet élément ou changez le modèle des noms, puis exportez de nouveau.</translation>
    </message>
    <message>
        <source>Moved down.</source>
        <translation>Descendue.</translation>
    </message>
    <message>
        <source>Moved to place {to}.</source>
        <translation>Déplacée à la place {to}.</translation>
    </message>
    <message>
        <source>Moved to the bottom.</source>
        <translation>Placée en dernier.</translation>
    </message>
    <message>
        <source>Moved to the top.</source>
        <translation>Placée en premier.</translation>
    </message>
    <message>
        <source>Moved up.</source>
        <translation>Remontée.</translation>
    </message>
    <message>
        <source>NCBI does not know the API key.</source>
        <translation>Le NCBI ne connaît pas la clé API.</translation>
    </message>
    <message>
        <source>Neither an abstract nor the full text of this paper could be had.</source>
        <translation>Ni le résumé ni le texte intégral de cet article n’ont pu être obtenus.</translation>
    </message>
    <message>
        <source>No PMID, PMCID or DOI is in it.</source>
        <translation>Il ne s’y trouve ni PMID, ni PMCID, ni DOI.</translation>
    </message>
    <message>
        <source>No folder was chosen to export to.</source>
        <translation>Aucun dossier de destination n’a été choisi.</translation>
    </message>
    <message>
        <source>No identifier was given.</source>
        <translation>Aucun identifiant n’a été donné.</translation>
    </message>
    <message>
        <source>No sentence in this record says what was done, found or concluded.</source>
        <translation>Aucune phrase de cette notice ne dit ce qui a été fait, trouvé ou conclu.</translation>
    </message>
    <message>
        <source>No settings can be taken from {name}: it does not hold settings of this program.</source>
        <translation>Aucun paramètre ne peut être repris de {name}&#xa0;: il ne contient pas de paramètres de ce programme.</translation>
    </message>
    <message>
        <source>No settings can be taken from {name}: it is far too large.</source>
        <translation>Aucun paramètre ne peut être repris de {name}&#xa0;: il est bien trop volumineux.</translation>
    </message>
    <message>
        <source>No settings can be taken from {name}: {said}.</source>
        <translation>Aucun paramètre ne peut être repris de {name}&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>Nothing was chosen to export.</source>
        <translation>Rien n’a été choisi pour l’export.</translation>
    </message>
    <message>
        <source>One film is being made. Nothing is lost: finished steps are kept, and the work goes on from there when the queue is started again.</source>
        <translation>Un film est en cours de création. Rien n’est perdu&#xa0;: les étapes terminées sont conservées, et le travail reprendra de là quand la file d’attente redémarrera.</translation>
    </message>
    <message>
        <source>Only {amount} MB are free where {folder} is; new films wait until more than {amount2} MB are.</source>
        <translation>Il ne reste que {amount}&#xa0;Mo libres là où se trouve {folder}&#x202f;; les nouveaux films attendent qu’il y en ait plus de {amount2}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Please report it, with the file pipeline.log from the output folder.</source>
        <translation>Signalez-le, avec le fichier pipeline.log du dossier de sortie.</translation>
    </message>
    <message>
        <source>Plug it in, or let the queue work on battery in the settings.</source>
        <translation>Branchez-le, ou autorisez la file d’attente à travailler sur batterie dans les paramètres.</translation>
    </message>
    <message>
        <source>PubMed Central has no article under this number.</source>
        <translation>PubMed Central n’a pas d’article sous ce numéro.</translation>
    </message>
    <message>
        <source>Put a smaller copy of it in the same place, then start again.</source>
        <translation>Mettez-en une copie plus petite au même endroit, puis recommencez.</translation>
    </message>
    <message>
        <source>Put it back and start the job again, or cancel the job.</source>
        <translation>Remettez-le en place et relancez la tâche, ou abandonnez-la.</translation>
    </message>
    <message>
        <source>Read it, change what you like, and approve it to have the film made.</source>
        <translation>Lisez-le, modifiez ce que vous voulez, puis approuvez-le pour que le film soit créé.</translation>
    </message>
    <message>
        <source>Read the retraction notice; to make a film that says throughout that it is retracted, allow retracted papers (--allow-retracted).</source>
        <translation>Lisez l’avis de rétractation&#x202f;; pour créer un film qui signale la rétractation du début à la fin, autorisez les articles rétractés (--allow-retracted).</translation>
    </message>
    <message>
        <source>Reading the paper</source>
        <translation>Lecture de l’article</translation>
    </message>
    <message>
        <source>Drawing: {n} of the pictures</source>
        <translation>Dessin&#xa0;: {n} des images</translation>
    </message>
    <message>
        <source>Figure {number} was left out. {said}</source>
        <translation>La figure {number} a été laissée de côté. {said}</translation>
    </message>
    <message>
        <source>Figure {number} was left out: its picture is not there.</source>
        <translation>La figure {number} a été laissée de côté&#xa0;: son image est introuvable.</translation>
    </message>
    <message>
        <source>It holds more than {n} files; the rest was not looked at.</source>
        <translation>Il contient plus de {n} fichiers&#x202f;; le reste n’a pas été examiné.</translation>
    </message>
    <message numerus="yes">
        <source>It is too long to be an identifier ({n} characters).</source>
        <translation>
            <numerusform>C’est trop long pour être un identifiant ({n} caractère).</numerusform>
            <numerusform>C’est trop long pour être un identifiant ({n} caractères).</numerusform>
        </translation>
    </message>
    <message>
        <source>Links in the folder are not followed ({n}).</source>
        <translation>Les liens du dossier ne sont pas suivis ({n}).</translation>
    </message>
    <message>
        <source>Only the abstract of this paper could be had, so the film is made from the abstract alone.</source>
        <translation>Seul le résumé de cet article a pu être obtenu&#x202f;; le film est donc créé à partir du résumé seul.</translation>
    </message>
    <message>
        <source>Only {amount} MB are free where {folder} is; new films wait until more than {n} GB are.</source>
        <translation>Il ne reste que {amount}&#xa0;Mo libres là où se trouve {folder}&#x202f;; les nouveaux films attendent qu’il y en ait plus de {n}&#xa0;Go.</translation>
    </message>
    <message>
        <source>Only {n} GB are free where {folder} is; new films wait until more than {amount} MB are.</source>
        <translation>Il ne reste que {n}&#xa0;Go libres là où se trouve {folder}&#x202f;; les nouveaux films attendent qu’il y en ait plus de {amount}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Only {n} GB are free where {folder} is; new films wait until more than {n2} GB are.</source>
        <translation>Il ne reste que {n}&#xa0;Go libres là où se trouve {folder}&#x202f;; les nouveaux films attendent qu’il y en ait plus de {n2}&#xa0;Go.</translation>
    </message>
    <message>
        <source>Other files in the folder were left alone ({n}).</source>
        <translation>D’autres fichiers du dossier ont été laissés de côté ({n}).</translation>
    </message>
    <message>
        <source>Removing {name} ({n} MB), because {said}.</source>
        <translation>Suppression de {name} ({n}&#xa0;Mo), car {said}.</translation>
    </message>
    <message>
        <source>Report the paper&apos;s number; nothing of it was kept.</source>
        <translation>Signalez le numéro de l’article&#x202f;; rien n’en a été conservé.</translation>
    </message>
    <message>
        <source>Report this with the job&apos;s log; the program and its pipeline may be of different versions.</source>
        <translation>Signalez ceci avec le journal de la tâche&#x202f;; le programme et son pipeline sont peut-être de versions différentes.</translation>
    </message>
    <message>
        <source>Run fetch-paper for this folder first, or generate-video, which runs every step.</source>
        <translation>Exécutez d’abord fetch-paper pour ce dossier, ou generate-video, qui exécute toutes les étapes.</translation>
    </message>
    <message>
        <source>Run generate-audio for this folder first, or generate-video, which runs every step.</source>
        <translation>Exécutez d’abord generate-audio pour ce dossier, ou generate-video, qui exécute toutes les étapes.</translation>
    </message>
    <message>
        <source>Run generate-script for this folder first, or generate-video, which runs every step.</source>
        <translation>Exécutez d’abord generate-script pour ce dossier, ou generate-video, qui exécute toutes les étapes.</translation>
    </message>
    <message>
        <source>Run generate-videos for this folder first, or generate-video, which runs every step.</source>
        <translation>Exécutez d’abord generate-videos pour ce dossier, ou generate-video, qui exécute toutes les étapes.</translation>
    </message>
    <message>
        <source>Save it again when you want it.</source>
        <translation>Enregistrez-le de nouveau quand vous le voudrez.</translation>
    </message>
    <message>
        <source>Save the list as .csv or .txt (in Excel: Save As, CSV UTF-8) or export it from PubMed; open that.</source>
        <translation>Enregistrez la liste en .csv ou .txt (dans Excel&#xa0;: Enregistrer sous, CSV UTF-8) ou exportez-la de PubMed, puis ouvrez ce fichier.</translation>
    </message>
    <message>
        <source>Save the paper from PubMed as XML, or give its PMID instead.</source>
        <translation>Enregistrez l’article en XML depuis PubMed, ou donnez plutôt son PMID.</translation>
    </message>
    <message>
        <source>Scene {number}, line {position} (“{shortened}”) cannot be shown to be true to the paper: it states a number.</source>
        <translation>Rien ne prouve que la ligne {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: elle énonce un nombre.</translation>
    </message>
    <message>
        <source>Scene {number}, line {position} (“{shortened}”) cannot be shown to be true to the paper: its quote does not stand in the paper at that place.</source>
        <translation>Rien ne prouve que la ligne {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: sa citation ne se trouve pas à cet endroit de l’article.</translation>
    </message>
    <message>
        <source>Scene {number}, line {position} (“{shortened}”) cannot be shown to be true to the paper: “{listed}” is not in the words it is taken from.</source>
        <translation>Rien ne prouve que la ligne {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: «&#xa0;{listed}&#xa0;» n’est pas dans les mots dont elle est tirée.</translation>
    </message>
    <message>
        <source>Scene {number}, sentence {position} (“{shortened}”) cannot be shown to be true to the paper: it states a number.</source>
        <translation>Rien ne prouve que la phrase {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: elle énonce un nombre.</translation>
    </message>
    <message>
        <source>Scene {number}, sentence {position} (“{shortened}”) cannot be shown to be true to the paper: its quote does not stand in the paper at that place.</source>
        <translation>Rien ne prouve que la phrase {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: sa citation ne se trouve pas à cet endroit de l’article.</translation>
    </message>
    <message>
        <source>Scene {number}, sentence {position} (“{shortened}”) cannot be shown to be true to the paper: “{listed}” is not in the words it is taken from.</source>
        <translation>Rien ne prouve que la phrase {position} de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: «&#xa0;{listed}&#xa0;» n’est pas dans les mots dont elle est tirée.</translation>
    </message>
    <message>
        <source>Shorten them and start again.</source>
        <translation>Raccourcissez-les et recommencez.</translation>
    </message>
    <message>
        <source>Shorten them in script.json.</source>
        <translation>Raccourcissez-les dans script.json.</translation>
    </message>
    <message>
        <source>Something called {name} is in the folder already, and was left as it is.</source>
        <translation>Un élément nommé {name} est déjà dans le dossier&#x202f;; il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Something is wrong in the program itself ({name}).</source>
        <translation>Quelque chose ne va pas dans le programme lui-même ({name}).</translation>
    </message>
    <message>
        <source>Speaking scene {index} of {scenes}</source>
        <translation>Narration de la scène {index} sur {scenes}</translation>
    </message>
    <message>
        <source>Split it into several files, or export the PMIDs alone.</source>
        <translation>Divisez-la en plusieurs fichiers, ou n’exportez que les PMID.</translation>
    </message>
    <message>
        <source>Start afresh; finished films are kept either way.</source>
        <translation>Repartez de zéro&#x202f;; les films terminés sont conservés.</translation>
    </message>
    <message>
        <source>Start again; if it happens twice, make the film anew with --no-skip-existing.</source>
        <translation>Recommencez&#x202f;; si cela se reproduit, refaites le film avec --no-skip-existing.</translation>
    </message>
    <message>
        <source>Start again; the scene is then spoken anew.</source>
        <translation>Recommencez&#x202f;; la scène sera narrée de nouveau.</translation>
    </message>
    <message>
        <source>Start it again to go on from the last finished step.</source>
        <translation>Relancez-le pour reprendre à la dernière étape terminée.</translation>
    </message>
    <message>
        <source>Start it again to go on.</source>
        <translation>Relancez-le pour continuer.</translation>
    </message>
    <message>
        <source>That file is not the film that was made for this paper, or it cannot be read.</source>
        <translation>Ce fichier n’est pas le film créé pour cet article, ou il ne peut pas être lu.</translation>
    </message>
    <message>
        <source>That is more than another start of the program can hand over at once.</source>
        <translation>C’est plus qu’un autre lancement du programme ne peut transmettre en une fois.</translation>
    </message>
    <message>
        <source>The NCBI API key may hold only letters and digits.</source>
        <translation>La clé API du NCBI ne peut contenir que des lettres et des chiffres.</translation>
    </message>
    <message>
        <source>The XML declares entities or points outside itself, which no paper needs.</source>
        <translation>Le XML déclare des entités ou renvoie hors de lui-même, ce dont aucun article n’a besoin.</translation>
    </message>
    <message>
        <source>The XML ends before it is complete, at line {line}.</source>
        <translation>Le XML s’interrompt avant d’être complet, à la ligne {line}.</translation>
    </message>
    <message numerus="yes">
        <source>The XML has more than {max_elements} elements, which no paper has.</source>
        <translation>
            <numerusform>Le XML a plus de {max_elements} élément, ce qui n’existe dans aucun article.</numerusform>
            <numerusform>Le XML a plus de {max_elements} éléments, ce qui n’existe dans aucun article.</numerusform>
        </translation>
    </message>
    <message>
        <source>The XML holds no article: it begins with &lt;{tag}&gt;.</source>
        <translation>Le XML ne contient pas d’article&#xa0;: il commence par &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <source>The XML is damaged at line {line}, column {column}.</source>
        <translation>Le XML est endommagé à la ligne {line}, colonne {column}.</translation>
    </message>
    <message>
        <source>The XML is damaged or cut off here; what follows was not read. Export the list again.</source>
        <translation>Le XML est endommagé ou coupé ici&#x202f;; la suite n’a pas été lue. Exportez de nouveau la liste.</translation>
    </message>
    <message>
        <source>The XML is in an encoding that cannot be read.</source>
        <translation>Le XML est dans un encodage illisible.</translation>
    </message>
    <message>
        <source>The XML nests its paragraphs deeper than any paper does.</source>
        <translation>Le XML imbrique ses paragraphes plus profondément qu’aucun article.</translation>
    </message>
    <message numerus="yes">
        <source>The XML nests more than {max_depth} elements deep, which no paper does.</source>
        <translation>
            <numerusform>Le XML imbrique plus de {max_depth} élément, ce qu’aucun article ne fait.</numerusform>
            <numerusform>Le XML imbrique plus de {max_depth} éléments, ce qu’aucun article ne fait.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address of a service must be plain http or https, without a name or query.</source>
        <translation>L’adresse d’un service doit être en http ou https simple, sans nom d’utilisateur ni requête.</translation>
    </message>
    <message>
        <source>The application ended while the film was being made.</source>
        <translation>L’application s’est arrêtée pendant la création du film.</translation>
    </message>
    <message numerus="yes">
        <source>The application has ended {times} times in a row while this film was being made, so other jobs go first for a moment.</source>
        <translation>
            <numerusform>L’application s’est arrêtée {times} fois de suite pendant la création de ce film&#x202f;; d’autres tâches passent donc d’abord pour un moment.</numerusform>
            <numerusform>L’application s’est arrêtée {times} fois de suite pendant la création de ce film&#x202f;; d’autres tâches passent donc d’abord pour un moment.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clip {name} is not like the others and cannot be joined with them.</source>
        <translation>Le clip {name} n’est pas semblable aux autres et ne peut pas être assemblé avec eux.</translation>
    </message>
    <message>
        <source>The clips and captions are done</source>
        <translation>Les clips et les sous-titres sont terminés</translation>
    </message>
    <message numerus="yes">
        <source>The closing words have {words} characters; there is room for {longest_closing}.</source>
        <translation>
            <numerusform>Les mots de la fin ont {words} caractère&#x202f;; il y a de la place pour {longest_closing}.</numerusform>
            <numerusform>Les mots de la fin ont {words} caractères&#x202f;; il y a de la place pour {longest_closing}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The computer has no room for another process just now ({error}).</source>
        <translation>L’ordinateur n’a pas de place pour un processus de plus en ce moment ({error}).</translation>
    </message>
    <message>
        <source>The computer runs on its battery; new films wait until it is plugged in.</source>
        <translation>L’ordinateur fonctionne sur batterie&#x202f;; les nouveaux films attendent qu’il soit branché.</translation>
    </message>
    <message>
        <source>The contact email is not an email address.</source>
        <translation>L’adresse e-mail de contact n’est pas valide.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be written to {name}.</source>
        <translation>Le disque est plein&#xa0;: plus rien ne peut être écrit dans {name}.</translation>
    </message>
    <message>
        <source>The disk is full: the settings could not be saved.</source>
        <translation>Le disque est plein&#xa0;: les paramètres n’ont pas pu être enregistrés.</translation>
    </message>
    <message>
        <source>The disk is full: {name} could not be written.</source>
        <translation>Le disque est plein&#xa0;: {name} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The drive may be failing: export to another one.</source>
        <translation>Le disque est peut-être défaillant&#xa0;: exportez vers un autre.</translation>
    </message>
    <message>
        <source>The field {{{field}}} of the file name takes nothing but its name.</source>
        <translation>Le champ {{{field}}} du nom de fichier n’accepte rien d’autre que son nom.</translation>
    </message>
    <message>
        <source>The figure {name} could not be read.</source>
        <translation>La figure {name} n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>The figure {name} has too many pixels to draw.</source>
        <translation>La figure {name} a trop de pixels pour être dessinée.</translation>
    </message>
    <message>
        <source>The figures are left out: the paper states no licence under which they may be used.</source>
        <translation>Les figures sont laissées de côté&#xa0;: l’article n’indique aucune licence permettant de les utiliser.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB, which no paper&apos;s text is.</source>
        <translation>Le fichier dépasse {limit}&#xa0;Mo, ce qui n’est le cas d’aucun texte d’article.</translation>
    </message>
    <message>
        <source>The file states no licence; its publisher&apos;s is {name}.</source>
        <translation>Le fichier n’indique aucune licence&#x202f;; celle de son éditeur est {name}.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>Le fichier {name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read: {error}.</source>
        <translation>Le fichier {name} ne peut pas être lu&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The file {name} is not there, so this step has nothing to work on.</source>
        <translation>Le fichier {name} est absent&#x202f;; cette étape n’a donc rien à traiter.</translation>
    </message>
    <message>
        <source>The film did not come out as it should: it cannot be read to its end.</source>
        <translation>Le film est défectueux&#xa0;: il ne peut pas être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>The film did not come out as it should: {said}.</source>
        <translation>Le film est défectueux&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>The film is done</source>
        <translation>Le film est terminé</translation>
    </message>
    <message>
        <source>The film is made and could not be put in its place: {strerror}.</source>
        <translation>Le film est créé, mais n’a pas pu être mis à sa place&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The film is made without it; to show it, save it as PNG or JPEG and start again.</source>
        <translation>Le film est créé sans elle&#x202f;; pour la montrer, enregistrez-la en PNG ou JPEG et recommencez.</translation>
    </message>
    <message>
        <source>The film was copied to its place, and the copy is not the same.</source>
        <translation>Le film a été copié à sa place, et la copie n’est pas identique.</translation>
    </message>
    <message>
        <source>The film was not looked at to its end.</source>
        <translation>Le film n’a pas été examiné jusqu’au bout.</translation>
    </message>
    <message>
        <source>The film {name} did not come out as it should.</source>
        <translation>Le film {name} est défectueux.</translation>
    </message>
    <message>
        <source>The folder cannot be read: {strerror}.</source>
        <translation>Le dossier ne peut pas être lu&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be looked at: {said}.</source>
        <translation>Le dossier {folder} ne peut pas être consulté&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {strerror}.</source>
        <translation>Le dossier {folder} ne peut pas être créé&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} has a {taken} that this program did not make.</source>
        <translation>Le dossier {folder} contient un fichier {taken} que ce programme n’a pas créé.</translation>
    </message>
    <message>
        <source>The folder {folder} holds the film of another paper ({paper}).</source>
        <translation>Le dossier {folder} contient le film d’un autre article ({paper}).</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more.</source>
        <translation>Le dossier {folder} n’existe plus.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read.</source>
        <translation>Le dossier {name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The folder {name} holds more than one paper: {names}.</source>
        <translation>Le dossier {name} contient plus d’un article&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The folder {name} holds no paper&apos;s XML.</source>
        <translation>Le dossier {name} ne contient le XML d’aucun article.</translation>
    </message>
    <message>
        <source>The folder {name} holds too many files to be one paper&apos;s.</source>
        <translation>Le dossier {name} contient trop de fichiers pour être celui d’un seul article.</translation>
    </message>
    <message>
        <source>The folder {parent} cannot be written to.</source>
        <translation>Il est impossible d’écrire dans le dossier {parent}.</translation>
    </message>
    <message>
        <source>The folders in it lie too deep, and were not looked at.</source>
        <translation>Les dossiers qu’il contient sont trop profonds et n’ont pas été examinés.</translation>
    </message>
    <message>
        <source>The heading of scene {number} (“{shortened}”) cannot be shown to be true to the paper: it states a number.</source>
        <translation>Rien ne prouve que l’intertitre de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: il énonce un nombre.</translation>
    </message>
    <message>
        <source>The heading of scene {number} (“{shortened}”) cannot be shown to be true to the paper: its quote does not stand in the paper at that place.</source>
        <translation>Rien ne prouve que l’intertitre de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: sa citation ne se trouve pas à cet endroit de l’article.</translation>
    </message>
    <message>
        <source>The heading of scene {number} (“{shortened}”) cannot be shown to be true to the paper: “{listed}” is not in the words it is taken from.</source>
        <translation>Rien ne prouve que l’intertitre de la scène {number} («&#xa0;{shortened}&#xa0;») est fidèle à l’article&#xa0;: «&#xa0;{listed}&#xa0;» n’est pas dans les mots dont il est tiré.</translation>
    </message>
    <message>
        <source>The limits of a job must be more than nothing.</source>
        <translation>Les limites d’une tâche doivent être supérieures à zéro.</translation>
    </message>
    <message>
        <source>The list is larger than {max_list_bytes} MB.</source>
        <translation>La liste dépasse {max_list_bytes}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>The list of jobs in {parent} is damaged; it was set aside as {name}.</source>
        <translation>La liste des tâches dans {parent} est endommagée&#x202f;; elle a été mise de côté sous le nom {name}.</translation>
    </message>
    <message>
        <source>The list of jobs in {parent} is damaged; nothing lies in its place.</source>
        <translation>La liste des tâches dans {parent} est endommagée&#x202f;; rien ne se trouve à sa place.</translation>
    </message>
    <message>
        <source>The list of jobs in {parent} is gone; it was set aside as {name}.</source>
        <translation>La liste des tâches dans {parent} a disparu&#x202f;; elle a été mise de côté sous le nom {name}.</translation>
    </message>
    <message>
        <source>The list of jobs in {parent} is gone; nothing lies in its place.</source>
        <translation>La liste des tâches dans {parent} a disparu&#x202f;; rien ne se trouve à sa place.</translation>
    </message>
    <message>
        <source>The list of jobs in {parent} was made by a newer version of this program.</source>
        <translation>La liste des tâches dans {parent} a été créée par une version plus récente de ce programme.</translation>
    </message>
    <message>
        <source>The logo {name} cannot be read.</source>
        <translation>Le logo {name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The logo {name} is a link to another file.</source>
        <translation>Le logo {name} est un lien vers un autre fichier.</translation>
    </message>
    <message>
        <source>The logo {name} is larger than {largest_logo} MB.</source>
        <translation>Le logo {name} dépasse {largest_logo}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>The logo {name} is not a file.</source>
        <translation>Le logo {name} n’est pas un fichier.</translation>
    </message>
    <message>
        <source>The logo {path} is not there.</source>
        <translation>Le logo {path} est introuvable.</translation>
    </message>
    <message>
        <source>The number of workers must be from 1 to 64, or 0 to let the program choose.</source>
        <translation>Le nombre de processus doit aller de 1 à 64, ou être 0 pour laisser le programme choisir.</translation>
    </message>
    <message>
        <source>The paper is fetched</source>
        <translation>L’article est récupéré</translation>
    </message>
    <message>
        <source>The paper is read</source>
        <translation>L’article est lu</translation>
    </message>
    <message>
        <source>The paper&apos;s file {source} is not there any more.</source>
        <translation>Le fichier de l’article, {source}, n’existe plus.</translation>
    </message>
    <message>
        <source>The path of the folder {folder} is too long for files in it.</source>
        <translation>Le chemin du dossier {folder} est trop long pour y placer des fichiers.</translation>
    </message>
    <message>
        <source>The picture cannot be used: it has far more pixels than a figure needs.</source>
        <translation>L’image est inutilisable&#xa0;: elle a bien plus de pixels qu’une figure n’en a besoin.</translation>
    </message>
    <message>
        <source>The picture cannot be used: it has {width} × {height} pixels, far more than a figure needs.</source>
        <translation>L’image est inutilisable&#xa0;: elle a {width} × {height} pixels, bien plus qu’une figure n’en a besoin.</translation>
    </message>
    <message>
        <source>The picture cannot be used: it is a drawing (SVG, PostScript or PDF), not a picture of dots.</source>
        <translation>L’image est inutilisable&#xa0;: c’est un dessin vectoriel (SVG, PostScript ou PDF), et non une image en pixels.</translation>
    </message>
    <message>
        <source>The picture cannot be used: it is damaged.</source>
        <translation>L’image est inutilisable&#xa0;: elle est endommagée.</translation>
    </message>
    <message>
        <source>The picture cannot be used: it is not a JPEG, PNG, GIF, TIFF or WebP picture.</source>
        <translation>L’image est inutilisable&#xa0;: ce n’est pas une image JPEG, PNG, GIF, TIFF ou WebP.</translation>
    </message>
    <message>
        <source>The picture cannot be used: its file cannot be read.</source>
        <translation>L’image est inutilisable&#xa0;: son fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The pipeline did not understand what it was asked to do.</source>
        <translation>Le pipeline n’a pas compris ce qui lui était demandé.</translation>
    </message>
    <message>
        <source>The pipeline did not understand what it was asked to do. {words}</source>
        <translation>Le pipeline n’a pas compris ce qui lui était demandé. {words}</translation>
    </message>
    <message>
        <source>The pipeline said that it was done, but there is no film.</source>
        <translation>Le pipeline a annoncé qu’il avait terminé, mais il n’y a pas de film.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” cannot stop for you to read the script.</source>
        <translation>Le pipeline «&#xa0;{name}&#xa0;» ne peut pas s’arrêter pour que vous lisiez le script.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” failed.</source>
        <translation>Le pipeline «&#xa0;{name}&#xa0;» a échoué.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” failed: {said}</source>
        <translation>Le pipeline «&#xa0;{name}&#xa0;» a échoué&#xa0;: {said}</translation>
    </message>
    <message>
        <source>The pipeline “{name}” made no film. {said}</source>
        <translation>Le pipeline «&#xa0;{name}&#xa0;» n’a pas créé de film. {said}</translation>
    </message>
    <message>
        <source>The pipeline “{name}” needs the key {name2}, and none is kept for it.</source>
        <translation>Le pipeline «&#xa0;{name}&#xa0;» a besoin de la clé {name2}, et aucune n’est enregistrée pour lui.</translation>
    </message>
    <message>
        <source>The program is already running with this data folder, but it does not answer.</source>
        <translation>Le programme est déjà en cours d’exécution avec ce dossier de données, mais il ne répond pas.</translation>
    </message>
    <message>
        <source>The program made a mistake while it worked on this film.</source>
        <translation>Le programme a commis une erreur en travaillant sur ce film.</translation>
    </message>
    <message>
        <source>The program that makes the film has died once, so it is not started again. {said}</source>
        <translation>Le programme qui crée le film s’est arrêté brutalement une fois&#x202f;; il n’est donc pas relancé. {said}</translation>
    </message>
    <message numerus="yes">
        <source>The program that makes the film has died {crashes} times, so it is not started again. {said}</source>
        <translation>
            <numerusform>Le programme qui crée le film s’est arrêté brutalement {crashes} fois&#x202f;; il n’est donc pas relancé. {said}</numerusform>
            <numerusform>Le programme qui crée le film s’est arrêté brutalement {crashes} fois&#x202f;; il n’est donc pas relancé. {said}</numerusform>
        </translation>
    </message>
    <message>
        <source>The program {name} could not be started ({said}).</source>
        <translation>Le programme {name} n’a pas pu être lancé ({said}).</translation>
    </message>
    <message>
        <source>The proxy that this system is set to use cannot be used.</source>
        <translation>Le proxy configuré dans ce système est inutilisable.</translation>
    </message>
    <message>
        <source>The report could not be saved as {name}: {strerror}.</source>
        <translation>Le rapport n’a pas pu être enregistré sous le nom {name}&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>Le rapport n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>The room to be left on the disk cannot be less than nothing.</source>
        <translation>L’espace à laisser libre sur le disque ne peut pas être négatif.</translation>
    </message>
    <message>
        <source>The row has no identifier under {looked_in}.</source>
        <translation>La ligne n’a pas d’identifiant sous {looked_in}.</translation>
    </message>
    <message>
        <source>The row is empty.</source>
        <translation>La ligne est vide.</translation>
    </message>
    <message>
        <source>The script is written and waits for you to look at it.</source>
        <translation>Le script est écrit et attend que vous le lisiez.</translation>
    </message>
    <message>
        <source>The script was changed after it was spoken.</source>
        <translation>Le script a été modifié après avoir été narré.</translation>
    </message>
    <message>
        <source>The settings cannot be written to {name}: the folder {parent} does not allow it.</source>
        <translation>Les paramètres ne peuvent pas être écrits dans {name}&#xa0;: le dossier {parent} ne le permet pas.</translation>
    </message>
    <message>
        <source>The settings cannot be written to {name}: {strerror}.</source>
        <translation>Les paramètres ne peuvent pas être écrits dans {name}&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {error}.</source>
        <translation>Les paramètres dans {path} ne peuvent pas être lus&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The spoken scene {name} is missing or damaged.</source>
        <translation>La narration de la scène {name} est absente ou endommagée.</translation>
    </message>
    <message>
        <source>The template of the file name has a brace without its partner.</source>
        <translation>Le modèle du nom de fichier a une accolade sans sa jumelle.</translation>
    </message>
    <message>
        <source>The template of the file name has braces with nothing in them.</source>
        <translation>Le modèle du nom de fichier a des accolades vides.</translation>
    </message>
    <message>
        <source>The template of the file name is empty.</source>
        <translation>Le modèle du nom de fichier est vide.</translation>
    </message>
    <message>
        <source>The voice could not be heard: the program that speaks ended unexpectedly.</source>
        <translation>La voix n’a pas pu être écoutée&#xa0;: le programme qui parle s’est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <source>The voice {name} does not speak English, and the script is in English.</source>
        <translation>La voix {name} ne parle pas anglais, alors que le script est en anglais.</translation>
    </message>
    <message>
        <source>The voice {name} is damaged and cannot be loaded.</source>
        <translation>La voix {name} est endommagée et ne peut pas être chargée.</translation>
    </message>
    <message>
        <source>The voice {name} lacks its file {name2}.</source>
        <translation>Il manque à la voix {name} son fichier {name2}.</translation>
    </message>
    <message>
        <source>The waits before another try cannot be less than nothing.</source>
        <translation>Les attentes avant une nouvelle tentative ne peuvent pas être négatives.</translation>
    </message>
    <message>
        <source>The work was stopped before the film was finished.</source>
        <translation>Le travail a été arrêté avant que le film soit terminé.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Le travail a été arrêté.</translation>
    </message>
    <message>
        <source>The working folder {folder} is not there.</source>
        <translation>Le dossier de travail {folder} est introuvable.</translation>
    </message>
    <message>
        <source>The {part} of “{short}” is not as it was made: it was changed or damaged since.</source>
        <translation>Un fichier de «&#xa0;{short}&#xa0;» ({part}) n’est plus tel qu’il a été créé&#xa0;: il a été modifié ou endommagé depuis.</translation>
    </message>
    <message>
        <source>The {part} of “{short}” is not where it was made.</source>
        <translation>Un fichier de «&#xa0;{short}&#xa0;» ({part}) n’est plus là où il a été créé.</translation>
    </message>
    <message>
        <source>There are other words beside the identifier.</source>
        <translation>Il y a d’autres mots à côté de l’identifiant.</translation>
    </message>
    <message>
        <source>There is neither an abstract nor a full text of {name}.</source>
        <translation>Il n’existe ni résumé ni texte intégral de {name}.</translation>
    </message>
    <message>
        <source>There is no field {{{field}}} for a file name.</source>
        <translation>Il n’y a pas de champ {{{field}}} pour un nom de fichier.</translation>
    </message>
    <message>
        <source>There is no field {{{field}}} for a file name. Did you mean {{{near}}}?</source>
        <translation>Il n’y a pas de champ {{{field}}} pour un nom de fichier. Vouliez-vous dire {{{near}}}&#x202f;?</translation>
    </message>
    <message>
        <source>There is no file or folder named {name}.</source>
        <translation>Il n’y a ni fichier ni dossier nommé {name}.</translation>
    </message>
    <message>
        <source>There is no finished film to export yet.</source>
        <translation>Il n’y a pas encore de film terminé à exporter.</translation>
    </message>
    <message>
        <source>There is no list and no paper&apos;s XML in the folder.</source>
        <translation>Il n’y a dans le dossier ni liste ni XML d’article.</translation>
    </message>
    <message>
        <source>There is no paper {identifier} in PubMed or PubMed Central.</source>
        <translation>Il n’y a pas d’article {identifier} dans PubMed ni dans PubMed Central.</translation>
    </message>
    <message>
        <source>There is no such file or folder any more.</source>
        <translation>Ce fichier ou ce dossier n’existe plus.</translation>
    </message>
    <message>
        <source>There is no such job any more.</source>
        <translation>Cette tâche n’existe plus.</translation>
    </message>
    <message>
        <source>There is no theme called {name}.</source>
        <translation>Il n’y a pas de thème nommé {name}.</translation>
    </message>
    <message>
        <source>There is no voice named {wanted}.</source>
        <translation>Il n’y a pas de voix nommée {wanted}.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Il n’y a rien à supprimer.</translation>
    </message>
    <message>
        <source>There is too little room in {folder}: {n} GB more would be needed.</source>
        <translation>Il y a trop peu de place dans {folder}&#xa0;: il faudrait {n}&#xa0;Go de plus.</translation>
    </message>
    <message>
        <source>There is too little room in {folder}: {n} MB more would be needed.</source>
        <translation>Il y a trop peu de place dans {folder}&#xa0;: il faudrait {n}&#xa0;Mo de plus.</translation>
    </message>
    <message>
        <source>There is too little room in {folder}: {n} kB more would be needed.</source>
        <translation>Il y a trop peu de place dans {folder}&#xa0;: il faudrait {n}&#xa0;ko de plus.</translation>
    </message>
    <message>
        <source>it lasts {n} s instead of {n2} s</source>
        <translation>il dure {n}&#xa0;s au lieu de {n2}&#xa0;s</translation>
    </message>
    <message>
        <source>its picture ends after {n} s</source>
        <translation>son image s’arrête après {n}&#xa0;s</translation>
    </message>
    <message>
        <source>its sound ends after {n} s</source>
        <translation>son son s’arrête après {n}&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>{count} scenes spoken, {n} s</source>
        <translation>
            <numerusform>{count} scène narrée, {n}&#xa0;s</numerusform>
            <numerusform>{count} scènes narrées, {n}&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>{host} sent more than {n} MB, which is too much for what was asked.</source>
        <translation>{host} a envoyé plus de {n}&#xa0;Mo, ce qui est trop pour ce qui était demandé.</translation>
    </message>
    <message numerus="yes">
        <source>There is too little room in {folder}: {size} bytes more would be needed.</source>
        <translation>
            <numerusform>Il y a trop peu de place dans {folder}&#xa0;: il faudrait {size} octet de plus.</numerusform>
            <numerusform>Il y a trop peu de place dans {folder}&#xa0;: il faudrait {size} octets de plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>A film of its paper with these options is in the list already.</source>
        <translation>Un film de cet article avec ces options est déjà dans la liste.</translation>
    </message>
    <message>
        <source>A part of the program cannot be loaded.</source>
        <translation>Une partie du programme ne peut pas être chargée.</translation>
    </message>
    <message>
        <source>Add it in the settings, or make the film with the built-in pipeline.</source>
        <translation>Ajoutez-le dans les paramètres, ou créez le film avec le pipeline intégré.</translation>
    </message>
    <message>
        <source>Check the disk that it is on, and that it is connected; the queue goes on by itself.</source>
        <translation>Vérifiez le disque où il se trouve et qu’il est bien connecté&#x202f;; la file d’attente reprendra d’elle-même.</translation>
    </message>
    <message>
        <source>Choose its options again, or remove it and add its paper anew.</source>
        <translation>Choisissez de nouveau ses options, ou retirez-le puis ajoutez de nouveau son article.</translation>
    </message>
    <message>
        <source>Connect it, or choose another folder.</source>
        <translation>Connectez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Correct that file, or delete it to go back to the usual settings.</source>
        <translation>Corrigez ce fichier, ou supprimez-le pour revenir aux paramètres habituels.</translation>
    </message>
    <message>
        <source>Correct the command of the pipeline in the settings, then start the job again.</source>
        <translation>Corrigez la commande du pipeline dans les paramètres, puis relancez la tâche.</translation>
    </message>
    <message>
        <source>Films cannot be kept in {films}: the program clears its own files away there.</source>
        <translation>Les films ne peuvent pas être conservés dans {films}&#xa0;: le programme y supprime régulièrement ses propres fichiers.</translation>
    </message>
    <message>
        <source>It cannot be read how this film is to be made ({unread}).</source>
        <translation>Impossible de lire comment ce film doit être réalisé ({unread}).</translation>
    </message>
    <message>
        <source>It is {state}, not cancelled.</source>
        <translation>L’état de la tâche est «&#xa0;{state}&#xa0;»&#x202f;; elle n’est pas annulée.</translation>
    </message>
    <message>
        <source>It tries again by itself. If that does not help, start the program anew; if it happens again, send the zip file that “videogen jobs doctor” writes.</source>
        <translation>Une nouvelle tentative a lieu d’elle-même. Si cela ne suffit pas, redémarrez le programme&#x202f;; si cela se reproduit, envoyez le fichier zip que produit «&#xa0;videogen jobs doctor&#xa0;».</translation>
    </message>
    <message>
        <source>Its film is finished; with other options it is another film.</source>
        <translation>Son film est terminé&#x202f;; avec d’autres options, c’est un autre film.</translation>
    </message>
    <message>
        <source>Its paper is in the list under two names, and job {other} makes the same film.</source>
        <translation>Son article figure dans la liste sous deux noms, et la tâche {other} produit le même film.</translation>
    </message>
    <message>
        <source>Make it, or choose another in the settings, then start the job again.</source>
        <translation>Créez-le, ou choisissez-en un autre dans les paramètres, puis relancez la tâche.</translation>
    </message>
    <message>
        <source>Remove it, or resume it to have the film made twice.</source>
        <translation>Retirez-la, ou reprenez-la pour que le film soit réalisé deux fois.</translation>
    </message>
    <message>
        <source>The command of the pipeline “{name}” has {wrong}, which stands for nothing. These may be used: {known}.</source>
        <translation>La commande du pipeline «&#xa0;{name}&#xa0;» contient {wrong}, qui ne correspond à rien. Vous pouvez utiliser&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>The drive of {folder} is not there.</source>
        <translation>Le disque de {folder} n’est pas là.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used: {strerror}.</source>
        <translation>Impossible d’utiliser le dossier {folder}&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The program made a mistake when it was to begin the next film; none is begun for now.</source>
        <translation>Le programme a commis une erreur en commençant le film suivant&#x202f;; aucun n’est commencé pour l’instant.</translation>
    </message>
    <message>
        <source>There is no pipeline called “{name}” in the settings.</source>
        <translation>Aucun pipeline nommé «&#xa0;{name}&#xa0;» ne figure dans les paramètres.</translation>
    </message>
    <message>
        <source>There was no room left for {name}.</source>
        <translation>Il n’y avait plus de place pour {name}.</translation>
    </message>
    <message>
        <source>This XML declares entities, which no export of PubMed does; the rest of it was not read.</source>
        <translation>Ce XML déclare des entités, ce qu’aucun export de PubMed ne fait&#x202f;; le reste n’a pas été lu.</translation>
    </message>
    <message>
        <source>This XML holds no record of PubMed or PMC.</source>
        <translation>Ce XML ne contient aucune notice de PubMed ni de PMC.</translation>
    </message>
    <message numerus="yes">
        <source>This XML is nested more than {max_depth} elements deep; the rest of it was not read.</source>
        <translation>
            <numerusform>Ce XML est imbriqué sur plus de {max_depth} élément&#x202f;; le reste n’a pas été lu.</numerusform>
            <numerusform>Ce XML est imbriqué sur plus de {max_depth} éléments&#x202f;; le reste n’a pas été lu.</numerusform>
        </translation>
    </message>
    <message>
        <source>This address holds its content itself and leads to no paper. Copy what it shows, and paste that.</source>
        <translation>Cette adresse porte elle-même son contenu et ne mène à aucun article. Copiez ce qu’elle affiche, et collez cela.</translation>
    </message>
    <message>
        <source>This address is not that of one paper in PubMed, PMC, Europe PMC or doi.org.</source>
        <translation>Cette adresse n’est pas celle d’un article dans PubMed, PMC, Europe PMC ou doi.org.</translation>
    </message>
    <message>
        <source>This address means something only in the program that it comes from. Copy the paper&apos;s own address.</source>
        <translation>Cette adresse n’a de sens que dans le programme dont elle vient. Copiez l’adresse de l’article lui-même.</translation>
    </message>
    <message>
        <source>This file is a PDF, and not the XML of a paper.</source>
        <translation>Ce fichier est un PDF, et non le XML d’un article.</translation>
    </message>
    <message>
        <source>This file is an Office document or an archive, and not the XML of a paper.</source>
        <translation>Ce fichier est un document Office ou une archive, et non le XML d’un article.</translation>
    </message>
    <message>
        <source>This file is not a text file. {said}</source>
        <translation>Ce fichier n’est pas un fichier texte. {said}</translation>
    </message>
    <message>
        <source>This is a piece of a program and not an address. Copy the paper&apos;s own address, and paste that.</source>
        <translation>C’est un morceau de programme et non une adresse. Copiez l’adresse de l’article lui-même, et collez-la.</translation>
    </message>
    <message>
        <source>This is a web page. Copy the list itself, or use the export of the site (PubMed: Save, PMID).</source>
        <translation>C’est une page web. Copiez la liste elle-même, ou utilisez l’export du site (PubMed&#xa0;: Save, PMID).</translation>
    </message>
    <message>
        <source>This is not a record of PubMed: it begins with &lt;{tag}&gt;.</source>
        <translation>Ce n’est pas une notice de PubMed&#xa0;: elle commence par &lt;{tag}&gt;.</translation>
    </message>
    <message>
        <source>This is the address of a file. Drop the file itself here, or open it with “Open files”.</source>
        <translation>C’est l’adresse d’un fichier. Déposez ici le fichier lui-même, ou ouvrez-le avec «&#xa0;Ouvrir des fichiers&#xa0;».</translation>
    </message>
    <message>
        <source>This paper has been retracted, so no film is made of it.</source>
        <translation>Cet article a été rétracté&#x202f;; aucun film n’en est donc créé.</translation>
    </message>
    <message>
        <source>This paper is written in another language ({language}); only English can be narrated.</source>
        <translation>Cet article est écrit dans une autre langue ({language})&#x202f;; seul l’anglais peut être narré.</translation>
    </message>
    <message>
        <source>This record is of the kind “{kind}” and has no study to tell of.</source>
        <translation>Cette notice est du type «&#xa0;{kind}&#xa0;» et n’a pas d’étude à raconter.</translation>
    </message>
    <message>
        <source>This record names no PMID, PMCID or DOI.</source>
        <translation>Cette notice ne donne ni PMID, ni PMCID, ni DOI.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in {value} seconds.</source>
        <translation>
            <numerusform>Réessayez dans {value} seconde.</numerusform>
            <numerusform>Réessayez dans {value} secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again later; nothing is wrong on this computer.</source>
        <translation>Réessayez plus tard&#x202f;; cet ordinateur n’est pas en cause.</translation>
    </message>
    <message>
        <source>Try again later; on a public network, log in to it with the browser first.</source>
        <translation>Réessayez plus tard&#x202f;; sur un réseau public, connectez-vous d’abord avec le navigateur.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, install the program again.</source>
        <translation>Réessayez. Si cela ne suffit pas, réinstallez le programme.</translation>
    </message>
    <message>
        <source>Try it again; if it fails again, send the zip file that “videogen jobs doctor” writes.</source>
        <translation>Réessayez&#x202f;; si cela échoue encore, envoyez le fichier zip qu’écrit «&#xa0;videogen jobs doctor&#xa0;».</translation>
    </message>
    <message>
        <source>Unlock the keyring, then try again.</source>
        <translation>Déverrouillez le trousseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Untitled paper</source>
        <translation>Article sans titre</translation>
    </message>
    <message>
        <source>Use the article that it belongs to instead.</source>
        <translation>Utilisez plutôt l’article auquel elle se rapporte.</translation>
    </message>
    <message>
        <source>Use the article&apos;s XML as PubMed Central or the journal offers it.</source>
        <translation>Utilisez le XML de l’article tel que PubMed Central ou la revue le propose.</translation>
    </message>
    <message>
        <source>Use words and these fields: {named}.</source>
        <translation>Utilisez des mots et ces champs&#xa0;: {named}.</translation>
    </message>
    <message>
        <source>Wait for it to end, or choose another folder.</source>
        <translation>Attendez qu’elle se termine, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>What is kept cannot be less than nothing.</source>
        <translation>Ce qui est conservé ne peut pas être négatif.</translation>
    </message>
    <message>
        <source>What the last export was like cannot be read from {name}: {error}.</source>
        <translation>Les choix du dernier export ne peuvent pas être lus dans {name}&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Writing the closing words</source>
        <translation>Écriture des mots de la fin</translation>
    </message>
    <message>
        <source>Writing the script</source>
        <translation>Écriture du script</translation>
    </message>
    <message numerus="yes">
        <source>Your edited script is used, its numbers and quotes checked: {scenes} scenes, {sentences} sentences</source>
        <translation>
            <numerusform>Votre script modifié est utilisé, ses nombres et citations vérifiés&#xa0;: {scenes} scène, {sentences} phrases</numerusform>
            <numerusform>Votre script modifié est utilisé, ses nombres et citations vérifiés&#xa0;: {scenes} scènes, {sentences} phrases</numerusform>
        </translation>
    </message>
    <message>
        <source>Your edited script.json cannot be read: {error}.</source>
        <translation>Votre script.json modifié ne peut pas être lu&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Your edited script.json changes the title card, the last scene, the banner or a credit.</source>
        <translation>Votre script.json modifié change l’écran de titre, la dernière scène, le bandeau ou un crédit.</translation>
    </message>
    <message>
        <source>Your edited script.json has a scene without a sentence.</source>
        <translation>Votre script.json modifié a une scène sans phrase.</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>il en manque une partie</translation>
    </message>
    <message>
        <source>a picture is damaged</source>
        <translation>une image est endommagée</translation>
    </message>
    <message>
        <source>citation (.bib)</source>
        <translation>citation .bib</translation>
    </message>
    <message>
        <source>citation (.ris)</source>
        <translation>citation .ris</translation>
    </message>
    <message>
        <source>citation (.txt)</source>
        <translation>citation .txt</translation>
    </message>
    <message>
        <source>film</source>
        <translation>film</translation>
    </message>
    <message>
        <source>intermediate files take more room than they may</source>
        <translation>les fichiers intermédiaires prennent plus de place que permis</translation>
    </message>
    <message>
        <source>it has no length</source>
        <translation>il n’a pas de durée</translation>
    </message>
    <message>
        <source>it has no picture</source>
        <translation>il n’a pas d’image</translation>
    </message>
    <message>
        <source>it has no sound</source>
        <translation>il n’a pas de son</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>it shows nothing</source>
        <translation>il ne montre rien</translation>
    </message>
    <message>
        <source>it was only half written</source>
        <translation>il n’a été écrit qu’à moitié</translation>
    </message>
    <message>
        <source>its job was {state} 1 day ago</source>
        <translation>sa tâche était à l’état «&#xa0;{state}&#xa0;» il y a 1 jour</translation>
    </message>
    <message numerus="yes">
        <source>its job was {state} {days} days ago</source>
        <translation>
            <numerusform>sa tâche était à l’état «&#xa0;{state}&#xa0;» il y a {days} jour</numerusform>
            <numerusform>sa tâche était à l’état «&#xa0;{state}&#xa0;» il y a {days} jours</numerusform>
        </translation>
    </message>
    <message>
        <source>its picture has no size</source>
        <translation>son image n’a pas de dimensions</translation>
    </message>
    <message>
        <source>its removal was broken off</source>
        <translation>sa suppression a été interrompue</translation>
    </message>
    <message>
        <source>no job knows it and nothing was written there for 1 day</source>
        <translation>aucune tâche ne le connaît et rien n’y a été écrit depuis 1 jour</translation>
    </message>
    <message numerus="yes">
        <source>no job knows it and nothing was written there for {days} days</source>
        <translation>
            <numerusform>aucune tâche ne le connaît et rien n’y a été écrit depuis {days} jour</numerusform>
            <numerusform>aucune tâche ne le connaît et rien n’y a été écrit depuis {days} jours</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was written to it for 1 day</source>
        <translation>rien n’y a été écrit depuis 1 jour</translation>
    </message>
    <message numerus="yes">
        <source>nothing was written to it for {days} days</source>
        <translation>
            <numerusform>rien n’y a été écrit depuis {days} jour</numerusform>
            <numerusform>rien n’y a été écrit depuis {days} jours</numerusform>
        </translation>
    </message>
    <message>
        <source>script</source>
        <translation>script</translation>
    </message>
    <message>
        <source>subtitle file (.srt)</source>
        <translation>sous-titres .srt</translation>
    </message>
    <message>
        <source>subtitle file (.vtt)</source>
        <translation>sous-titres .vtt</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>vignette</translation>
    </message>
    <message numerus="yes">
        <source>{clips} clips</source>
        <translation>
            <numerusform>{clips} clip</numerusform>
            <numerusform>{clips} clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines are older than 1 day</source>
        <translation>
            <numerusform>{count} ligne a plus de 1 jour</numerusform>
            <numerusform>{count} lignes ont plus de 1 jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines are older than {days} days</source>
        <translation>
            <numerusform>{count} ligne a plus de {days} jours</numerusform>
            <numerusform>{count} lignes ont plus de {days} jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} scenes drawn</source>
        <translation>
            <numerusform>{count} scène dessinée</numerusform>
            <numerusform>{count} scènes dessinées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} scenes spoken</source>
        <translation>
            <numerusform>{count} scène narrée</numerusform>
            <numerusform>{count} scènes narrées</numerusform>
        </translation>
    </message>
    <message>
        <source>{host} broke off the connection.</source>
        <translation>{host} a coupé la connexion.</translation>
    </message>
    <message>
        <source>{host} could not be reached.</source>
        <translation>{host} est injoignable.</translation>
    </message>
    <message>
        <source>{host} could not look the paper up.</source>
        <translation>{host} n’a pas pu rechercher l’article.</translation>
    </message>
    <message>
        <source>{host} could not look the papers up.</source>
        <translation>{host} n’a pas pu rechercher les articles.</translation>
    </message>
    <message>
        <source>{host} could not search.</source>
        <translation>{host} n’a pas pu effectuer la recherche.</translation>
    </message>
    <message>
        <source>{host} described another paper than the one that was asked for.</source>
        <translation>{host} a décrit un autre article que celui qui était demandé.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{host} has a problem of its own (status {status}).</source>
        <translation>{host} a un problème de son côté (statut {status}).</translation>
    </message>
    <message>
        <source>{host} is asked too often and wants a pause.</source>
        <translation>{host} reçoit trop de demandes et réclame une pause.</translation>
    </message>
    <message>
        <source>{host} is not one of the configured services.</source>
        <translation>{host} n’est pas l’un des services configurés.</translation>
    </message>
    <message>
        <source>{host} refused the request (status {status}).</source>
        <translation>{host} a refusé la demande (statut {status}).</translation>
    </message>
    <message>
        <source>{host} sent a damaged answer.</source>
        <translation>{host} a envoyé une réponse endommagée.</translation>
    </message>
    <message>
        <source>{host} sent another paper than the one that was asked for.</source>
        <translation>{host} a envoyé un autre article que celui qui était demandé.</translation>
    </message>
    <message>
        <source>{host} sent something else than a PubMed record.</source>
        <translation>{host} a envoyé autre chose qu’une notice de PubMed.</translation>
    </message>
    <message>
        <source>{host} sent something else than a list of files.</source>
        <translation>{host} a envoyé autre chose qu’une liste de fichiers.</translation>
    </message>
    <message>
        <source>{host} sent something else than an article.</source>
        <translation>{host} a envoyé autre chose qu’un article.</translation>
    </message>
    <message>
        <source>{host} sent something else than what was asked for.</source>
        <translation>{host} a envoyé autre chose que ce qui était demandé.</translation>
    </message>
    <message>
        <source>{host} sent us on too many times.</source>
        <translation>{host} a redirigé la demande trop de fois.</translation>
    </message>
    <message>
        <source>{host} sent us to an address that may not be asked.</source>
        <translation>{host} a redirigé la demande vers une adresse qui ne doit pas être interrogée.</translation>
    </message>
    <message>
        <source>{host} wanted what we sent passed on to another address.</source>
        <translation>{host} a voulu que la demande soit transmise à une autre adresse.</translation>
    </message>
    <message numerus="yes">
        <source>{many} films are being made. Nothing is lost: finished steps are kept, and the work goes on from there when the queue is started again.</source>
        <translation>
            <numerusform>{many} film est en cours de création. Rien n’est perdu&#xa0;: les étapes terminées sont conservées, et le travail reprendra de là quand la file d’attente redémarrera.</numerusform>
            <numerusform>{many} films sont en cours de création. Rien n’est perdu&#xa0;: les étapes terminées sont conservées, et le travail reprendra de là quand la file d’attente redémarrera.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} cannot be a logo. {said}</source>
        <translation>{name} ne peut pas servir de logo. {said}</translation>
    </message>
    <message>
        <source>{name} cannot be a logo: all of it is transparent.</source>
        <translation>{name} ne peut pas servir de logo&#xa0;: l’image est entièrement transparente.</translation>
    </message>
    <message>
        <source>{name} cannot be a logo: it is a {format} picture.</source>
        <translation>{name} ne peut pas servir de logo&#xa0;: c’est une image {format}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {strerror}.</source>
        <translation>{name} ne peut pas être lu&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>{name} could not be brought to the schema of this version; it is unchanged.</source>
        <translation>{name} n’a pas pu être adapté à cette version&#x202f;; rien n’y a été modifié.</translation>
    </message>
    <message>
        <source>{name} could not be read or written: {words}.</source>
        <translation>{name} n’a pas pu être lu ou écrit&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>{name} could not be removed from the keyring: it is locked, or does not answer.</source>
        <translation>{name} n’a pas pu être retirée du trousseau&#xa0;: il est verrouillé ou ne répond pas.</translation>
    </message>
    <message>
        <source>{name} could not be written: {said}.</source>
        <translation>{name} n’a pas pu être écrit&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>{name} did not come out as it was written, and was taken away again.</source>
        <translation>{name} n’a pas été écrit correctement, et a été supprimé.</translation>
    </message>
    <message>
        <source>{name} holds more than one paper.</source>
        <translation>{name} contient plus d’un article.</translation>
    </message>
    <message numerus="yes">
        <source>{name} holds {papers} PubMed records; a film is made of one.</source>
        <translation>
            <numerusform>{name} contient {papers} notice de PubMed&#x202f;; un film est créé à partir d’une seule.</numerusform>
            <numerusform>{name} contient {papers} notices de PubMed&#x202f;; un film est créé à partir d’une seule.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is no sound backup of a list of jobs that this version can read.</source>
        <translation>{name} n’est pas une sauvegarde saine d’une liste de tâches que cette version puisse lire.</translation>
    </message>
    <message>
        <source>{name} may not be written in {parent}.</source>
        <translation>{name} ne peut pas être écrit dans {parent}&#xa0;: accès refusé.</translation>
    </message>
    <message>
        <source>{name} was left out. {said}</source>
        <translation>{name}&#xa0;: image laissée de côté. {said}</translation>
    </message>
    <message>
        <source>{name} was left out: its picture is not there.</source>
        <translation>{name}&#xa0;: image laissée de côté, car elle est introuvable.</translation>
    </message>
    <message>
        <source>{nearest} is a file and no folder.</source>
        <translation>{nearest} est un fichier et non un dossier.</translation>
    </message>
    <message>
        <source>{said} Its last words: {words}</source>
        <translation>{said} Ses derniers mots&#xa0;: {words}</translation>
    </message>
    <message numerus="yes">
        <source>{scenes} scenes, {sentences} sentences</source>
        <translation>
            <numerusform>{scenes} scène, {sentences} phrases</numerusform>
            <numerusform>{scenes} scènes, {sentences} phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{scenes} scenes, {sentences} sentences; yours is kept as {set_aside}</source>
        <translation>
            <numerusform>{scenes} scène, {sentences} phrases&#x202f;; le vôtre est conservé sous le nom {set_aside}</numerusform>
            <numerusform>{scenes} scènes, {sentences} phrases&#x202f;; le vôtre est conservé sous le nom {set_aside}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“PMC{digits}” has {digits2} digits; a PMCID has at most {max_digits}.</source>
        <translation>
            <numerusform>«&#xa0;PMC{digits}&#xa0;» a {digits2} chiffre&#x202f;; un PMCID en a {max_digits} au plus.</numerusform>
            <numerusform>«&#xa0;PMC{digits}&#xa0;» a {digits2} chiffres&#x202f;; un PMCID en a {max_digits} au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>“PMC{digits}” is not a PMCID: they begin at PMC1.</source>
        <translation>«&#xa0;PMC{digits}&#xa0;» n’est pas un PMCID&#xa0;: ils commencent à PMC1.</translation>
    </message>
    <message>
        <source>“PMC” lacks its number, as in PMC5832925.</source>
        <translation>Il manque à «&#xa0;PMC&#xa0;» son numéro, comme dans PMC5832925.</translation>
    </message>
    <message>
        <source>“{label}” lacks its number or name.</source>
        <translation>Il manque à «&#xa0;{label}&#xa0;» son numéro ou son nom.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: no file can have such a name.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu&#xa0;: aucun fichier ne peut porter un tel nom.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {cause}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu&#xa0;: {cause}.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {max_list_bytes} MB.</source>
        <translation>«&#xa0;{name}&#xa0;» dépasse {max_list_bytes}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>“{name}” is not a file.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. {said}</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier texte. {said}</translation>
    </message>
    <message numerus="yes">
        <source>“{number}” has {number2} digits; a PMID has at most {max_digits}.</source>
        <translation>
            <numerusform>«&#xa0;{number}&#xa0;» a {number2} chiffre&#x202f;; un PMID en a {max_digits} au plus.</numerusform>
            <numerusform>«&#xa0;{number}&#xa0;» a {number2} chiffres&#x202f;; un PMID en a {max_digits} au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{number}” is not a PMID: a PMID is digits only.</source>
        <translation>«&#xa0;{number}&#xa0;» n’est pas un PMID&#xa0;: un PMID n’est fait que de chiffres.</translation>
    </message>
    <message>
        <source>“{number}” is not a PMID: it is negative.</source>
        <translation>«&#xa0;{number}&#xa0;» n’est pas un PMID&#xa0;: c’est un nombre négatif.</translation>
    </message>
    <message>
        <source>“{number}” is not a PMID: it is not a whole number.</source>
        <translation>«&#xa0;{number}&#xa0;» n’est pas un PMID&#xa0;: ce n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>“{number}” is not a PMID: they begin at 1.</source>
        <translation>«&#xa0;{number}&#xa0;» n’est pas un PMID&#xa0;: ils commencent à 1.</translation>
    </message>
    <message>
        <source>“{number}” is written with an exponent, which can hide digits; write the PMID in full.</source>
        <translation>«&#xa0;{number}&#xa0;» est écrit avec un exposant, qui peut cacher des chiffres&#x202f;; écrivez le PMID en entier.</translation>
    </message>
    <message>
        <source>“{number}” may be one number or several; write each PMID without separators inside it.</source>
        <translation>«&#xa0;{number}&#xa0;» peut être un nombre ou plusieurs&#x202f;; écrivez chaque PMID sans séparateur à l’intérieur.</translation>
    </message>
    <message>
        <source>“{short}” has no finished film.</source>
        <translation>«&#xa0;{short}&#xa0;» n’a pas de film terminé.</translation>
    </message>
    <message>
        <source>“{text}” is not an identifier. {said}</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un identifiant. {said}</translation>
    </message>
    <message>
        <source>“{text}” is too long to be a DOI.</source>
        <translation>«&#xa0;{text}&#xa0;» est trop long pour être un DOI.</translation>
    </message>
    <message>
        <source>“{value}” has no proper version; it is written as in PMC5832925.1.</source>
        <translation>«&#xa0;{value}&#xa0;» n’a pas de version correcte&#x202f;; elle s’écrit comme dans PMC5832925.1.</translation>
    </message>
    <message>
        <source>“{value}” is not a DOI; one looks like 10.7554/eLife.32671.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un DOI&#x202f;; un DOI ressemble à 10.7554/eLife.32671.</translation>
    </message>
    <message>
        <source>“{value}” is not a PMCID: that is PMC and a number, as in PMC5832925.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un PMCID&#xa0;: c’est PMC suivi d’un nombre, comme dans PMC5832925.</translation>
    </message>
</context>
<context>
    <name>ScriptTab</name>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Have the film made of this script</source>
        <translation>Créer le film à partir de ce script</translation>
    </message>
    <message>
        <source>Read the script, then approve it</source>
        <translation>Lisez le script, puis approuvez-le</translation>
    </message>
    <message>
        <source>The script&apos;s file is far too large to be a script, so it is not shown.</source>
        <translation>Le fichier du script est bien trop volumineux pour un script&#x202f;; il n’est donc pas affiché.</translation>
    </message>
    <message>
        <source>The script&apos;s file is damaged. Make the film again to have it written anew.</source>
        <translation>Le fichier du script est endommagé. Refaites le film pour qu’il soit réécrit.</translation>
    </message>
    <message>
        <source>The script of this film is not on the disk any more.</source>
        <translation>Le script de ce film n’est plus sur le disque.</translation>
    </message>
    <message>
        <source>The script appears here as soon as it is written.</source>
        <translation>Le script apparaîtra ici dès qu’il sera écrit.</translation>
    </message>
    <message>
        <source>There is no script yet.</source>
        <translation>Il n’y a pas encore de script.</translation>
    </message>
</context>
<context>
    <name>ScriptView</name>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Up and down go from sentence to sentence, Enter plays from there.</source>
        <translation>Haut et Bas passent d’une phrase à l’autre&#x202f;; Entrée lit à partir de là.</translation>
    </message>
    <message>
        <source>Shown: {text}</source>
        <translation>À l’écran&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search title, author, journal, number, script</source>
        <translation>Rechercher titre, auteur, revue, numéro, script</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search ({keys})</source>
        <translation>Rechercher ({keys})</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Kept until you quit the program, and in no file.</source>
        <translation>Gardée jusqu’à ce que vous quittiez le programme, dans aucun fichier.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this computer. Type another one to replace it.</source>
        <translation>Gardée dans le trousseau de cet ordinateur. Saisissez-en une autre pour la remplacer.</translation>
    </message>
    <message>
        <source>None is kept. What you type goes into the keyring of this computer.</source>
        <translation>Aucune n’est gardée. Ce que vous saisissez va dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>This computer has no keyring: what you type is kept until you quit the program, in no file.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#xa0;: ce que vous saisissez est gardé jusqu’à ce que vous quittiez le programme, dans aucun fichier.</translation>
    </message>
    <message>
        <source>It is forgotten when you press OK.</source>
        <translation>Elle sera oubliée quand vous choisirez OK.</translation>
    </message>
    <message>
        <source>Forget: {name}</source>
        <translation>Oublier&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>This is not an email address.</source>
        <translation>Ce n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>There is room for {most} characters.</source>
        <translation>Il y a de la place pour {most} caractères.</translation>
    </message>
    <message>
        <source>A key of NCBI&apos;s holds only letters and digits.</source>
        <translation>Une clé du NCBI ne contient que des lettres et des chiffres.</translation>
    </message>
    <message>
        <source>Give the pipeline a name.</source>
        <translation>Donnez un nom au pipeline.</translation>
    </message>
    <message>
        <source>Another pipeline has this name.</source>
        <translation>Un autre pipeline porte ce nom.</translation>
    </message>
    <message>
        <source>Give the program to run, then its arguments.</source>
        <translation>Indiquez le programme à exécuter, puis ses arguments.</translation>
    </message>
    <message>
        <source>{name} stands for nothing. There are: {known}.</source>
        <translation>{name} ne représente rien. Il existe&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>One of the arguments must hold {name}.</source>
        <translation>L’un des arguments doit contenir {name}.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder.</source>
        <translation>Indiquez le chemin complet du dossier.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a variable.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’une variable.</translation>
    </message>
    <message>
        <source>Pipeline “{name}”</source>
        <translation>Pipeline «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Shape of films</source>
        <translation>Format des films</translation>
    </message>
    <message>
        <source>Length of films</source>
        <translation>Longueur des films</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Colours of films</source>
        <translation>Couleurs des films</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Closing words</source>
        <translation>Mots de la fin</translation>
    </message>
    <message>
        <source>Stop after the script</source>
        <translation>S’arrêter après le script</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Email for NCBI</source>
        <translation>E-mail pour le NCBI</translation>
    </message>
    <message>
        <source>Look up titles</source>
        <translation>Rechercher les titres</translation>
    </message>
    <message>
        <source>Go on when the window is closed</source>
        <translation>Continuer quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Films at once</source>
        <translation>Films à la fois</translation>
    </message>
    <message>
        <source>Least free space</source>
        <translation>Espace libre minimal</translation>
    </message>
    <message>
        <source>Given up after silence of</source>
        <translation>Abandon après un silence de</translation>
    </message>
    <message>
        <source>Given up after in all</source>
        <translation>Abandon après, en tout</translation>
    </message>
    <message>
        <source>Given up with more memory than</source>
        <translation>Abandon au-delà d’une mémoire de</translation>
    </message>
    <message>
        <source>Keep intermediate files for</source>
        <translation>Conserver les fichiers intermédiaires pendant</translation>
    </message>
    <message>
        <source>Room for intermediate files</source>
        <translation>Place pour les fichiers intermédiaires</translation>
    </message>
    <message>
        <source>Keep logs for</source>
        <translation>Conserver les journaux pendant</translation>
    </message>
    <message>
        <source>Keep history for</source>
        <translation>Conserver l’historique pendant</translation>
    </message>
    <message>
        <source>Keep folders without a film for</source>
        <translation>Conserver les dossiers sans film pendant</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Le dossier habituel</translation>
    </message>
    <message>
        <source>Pause on battery</source>
        <translation>Pause sur batterie</translation>
    </message>
    <message>
        <source>Keep the computer awake</source>
        <translation>Empêcher la mise en veille</translation>
    </message>
    <message>
        <source>Folder of finished films</source>
        <translation>Dossier des films terminés</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The settings are in {name}, without keys.</source>
        <translation>Les paramètres sont dans {name}, sans les clés.</translation>
    </message>
    <message>
        <source>That file would change nothing.</source>
        <translation>Ce fichier ne changerait rien.</translation>
    </message>
    <message>
        <source>{page}: {problem}</source>
        <translation>{page}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exporter les paramètres</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importer des paramètres</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Paramètres (*.json)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Export the settings to a file</source>
        <translation>Exporter les paramètres dans un fichier</translation>
    </message>
    <message>
        <source>Import settings from a file</source>
        <translation>Importer des paramètres depuis un fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>{menu}: {entry}</source>
        <translation>{menu}&#xa0;: {entry}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>List of papers</source>
        <translation>Liste des articles</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Previous or next paper</source>
        <translation>Article précédent ou suivant</translation>
    </message>
    <message>
        <source>Choose more papers</source>
        <translation>Choisir plusieurs articles</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Une page vers le haut ou le bas</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page haut, Page bas</translation>
    </message>
    <message>
        <source>To the beginning or end of the list</source>
        <translation>Au début ou à la fin de la liste</translation>
    </message>
    <message>
        <source>From the search to the list</source>
        <translation>De la recherche à la liste</translation>
    </message>
    <message>
        <source>Next or previous part of the window</source>
        <translation>Partie suivante ou précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Menu of the chosen papers</source>
        <translation>Menu des articles choisis</translation>
    </message>
    <message>
        <source>Previous or next sentence</source>
        <translation>Phrase précédente ou suivante</translation>
    </message>
    <message>
        <source>Play from this sentence</source>
        <translation>Lire à partir de cette phrase</translation>
    </message>
    <message>
        <source>Show where it stands in the paper</source>
        <translation>Montrer où elle se trouve dans l’article</translation>
    </message>
    <message>
        <source>{shift} with ↑ ↓</source>
        <translation>{shift} avec ↑ ↓</translation>
    </message>
    <message>
        <source>Menu key or {keys}</source>
        <translation>Touche Menu ou {keys}</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search for what to do, or for keys</source>
        <translation>Rechercher une action ou des touches</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Rechercher dans les raccourcis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Aucune touche ne fait cela.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Trier par</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Ordre inverse</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Player</source>
        <translation>Lecteur</translation>
    </message>
</context>
<context>
    <name>StandingPage</name>
    <message>
        <source>How it stands</source>
        <translation>Où en est la tâche</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Avancement</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln en cours</numerusform>
            <numerusform>%Ln en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln en pause</numerusform>
            <numerusform>%Ln en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln terminé</numerusform>
            <numerusform>%Ln terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 processus</translation>
    </message>
    <message>
        <source>{n} workers</source>
        <translation>{n} processus</translation>
    </message>
    <message>
        <source>{percent} % CPU</source>
        <translation>{percent}&#xa0;% du processeur</translation>
    </message>
    <message>
        <source>{size} GB memory</source>
        <translation>{size}&#xa0;Go de mémoire</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>{size}&#xa0;Go libres</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Its film is made already, so the paper stays in the list.</source>
        <translation>Son film est déjà réalisé&#x202f;; l’article reste donc dans la liste.</translation>
    </message>
    <message>
        <source>One of the papers stays in the list: its film is made already.</source>
        <translation>Un des articles reste dans la liste&#xa0;: son film est déjà réalisé.</translation>
    </message>
    <message>
        <source>{n} of the papers stay in the list: their films are made already.</source>
        <translation>{n} des articles restent dans la liste&#xa0;: leurs films sont déjà réalisés.</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insérer</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Par exemple&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Template of the file name</source>
        <translation>Modèle du nom de fichier</translation>
    </message>
    <message>
        <source>Insert a field into the file name</source>
        <translation>Insérer un champ dans le nom de fichier</translation>
    </message>
    <message>
        <source>The usual name</source>
        <translation>Le nom habituel</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Position in the film</source>
        <translation>Position dans le film</translation>
    </message>
    <message>
        <source>{moment} of {length}</source>
        <translation>{moment} sur {length}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>VideoGen Desktop</source>
        <translation>VideoGen Desktop</translation>
    </message>
    <message>
        <source>&amp;Show window</source>
        <translation>&amp;Afficher la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>{n} running</source>
        <translation>{n} en cours</translation>
    </message>
    <message>
        <source>{n} queued</source>
        <translation>{n} en attente</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Reprendre</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Something in the program went wrong.</source>
        <translation>Une erreur s’est produite dans le programme.</translation>
    </message>
    <message>
        <source>Your papers and films are safe, and you can go on. If something does not work as it should, start the program again: films that are being made go on from their last finished step. A report helps to mend it.</source>
        <translation>Vos articles et vos films sont en sécurité, et vous pouvez continuer. Si quelque chose ne fonctionne pas comme prévu, redémarrez le programme&#xa0;: les films en cours reprendront à leur dernière étape terminée. Un rapport aide à corriger l’erreur.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>Le programme s’est arrêté de façon inattendue la dernière fois.</translation>
    </message>
    <message>
        <source>Nothing was lost: your papers and films are as they were, and films that were being made go on from their last finished step. It happened on {when}. A report helps to find out why.</source>
        <translation>Rien n’est perdu&#xa0;: vos articles et vos films sont tels qu’ils étaient, et les films en cours reprendront à leur dernière étape terminée. C’est arrivé le {when}. Un rapport aide à comprendre pourquoi.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Ignorer</translation>
    </message>
</context>
<context>
    <name>UndoNotices</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Wanted</name>
    <message>
        <source>Review</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Make anyway</source>
        <translation>Créer quand même</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Open its file…</source>
        <translation>Ouvrir son fichier…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Look at the paper</source>
        <translation>Voir l’article</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Make it after all</source>
        <translation>Créer finalement</translation>
    </message>
    <message>
        <source>Return: {action}</source>
        <translation>Entrée&#xa0;: {action}</translation>
    </message>
</context>
<context>
    <name>WindowWork</name>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Open lists of papers</source>
        <translation>Ouvrir des listes d’articles</translation>
    </message>
    <message>
        <source>Lists and papers ({kinds})</source>
        <translation>Listes et articles ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>A paper is in the list twice: it was added under two of its names.</source>
        <translation>Un article est deux fois dans la liste&#xa0;: il a été ajouté sous deux de ses identifiants.</translation>
    </message>
    <message>
        <source>Keep only one</source>
        <translation>N’en garder qu’un</translation>
    </message>
    <message>
        <source>{n} of your papers are in the list already, under other names.</source>
        <translation>{n} de vos articles sont déjà dans la liste, sous d’autres identifiants.</translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation>N’en garder qu’un de chaque</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>How hard this computer works, and when it rests.</source>
        <translation>Intensité du travail de cet ordinateur, et ses moments de repos.</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Pause while the computer runs on its battery</source>
        <translation>Pause quand l’ordinateur est sur batterie</translation>
    </message>
    <message>
        <source>Keep the computer awake while films are made</source>
        <translation>Empêcher la mise en veille pendant la création des films</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>That is one film at a time on this computer now.</source>
        <translation>Actuellement un film à la fois sur cet ordinateur.</translation>
    </message>
    <message>
        <source>That is {n} films at once on this computer now.</source>
        <translation>Actuellement {n} films à la fois sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Each is drawn by {n} processes.</source>
        <translation>Chacun est dessiné par {n} processus.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Three quarters of what there is</source>
        <translation>Les trois quarts de la mémoire</translation>
    </message>
    <message>
        <source>&amp;Films at once:</source>
        <translation>&amp;Films simultanés&#xa0;:</translation>
    </message>
    <message>
        <source>Least free &amp;space:</source>
        <translation>&amp;Espace libre minimal&#xa0;:</translation>
    </message>
    <message>
        <source>With less than that on the disk no new film is begun.</source>
        <translation>En dessous, aucun nouveau film n’est commencé.</translation>
    </message>
    <message>
        <source>A film is given up, and tried again later</source>
        <translation>Un film est abandonné, puis réessayé plus tard</translation>
    </message>
    <message>
        <source>After &amp;silence of:</source>
        <translation>Après un &amp;silence de&#xa0;:</translation>
    </message>
    <message>
        <source>After in &amp;all:</source>
        <translation>Après une durée &amp;totale de&#xa0;:</translation>
    </message>
    <message>
        <source>With more &amp;memory than:</source>
        <translation>Au-delà d’une &amp;mémoire de&#xa0;:</translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>The film is being made. Its scenes appear here.</source>
        <translation>Le film est en cours de création. Ses scènes apparaîtront ici.</translation>
    </message>
    <message>
        <source>This film has not been made yet.</source>
        <translation>Ce film n’a pas encore été créé.</translation>
    </message>
    <message>
        <source>The film is made once you have approved its script.</source>
        <translation>Le film sera créé une fois son script approuvé.</translation>
    </message>
    <message>
        <source>This film was cancelled.</source>
        <translation>Ce film a été abandonné.</translation>
    </message>
    <message>
        <source>This film could not be made.</source>
        <translation>Ce film n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>No licence is stated that allows use, so none of its figures is shown.</source>
        <translation>Aucune licence indiquée n’autorise l’utilisation&#x202f;; aucune de ses figures n’est donc montrée.</translation>
    </message>
    <message>
        <source>{name}: free to use, share and change for any purpose.</source>
        <translation>{name}&#xa0;: libre d’utilisation, de partage et de modification à toutes fins.</translation>
    </message>
    <message>
        <source>{name}: free to share whole, if its authors are named.</source>
        <translation>{name}&#xa0;: libre de partage dans son intégralité, si ses auteurs sont cités.</translation>
    </message>
    <message>
        <source>{name}: free to share and change, if its authors are named.</source>
        <translation>{name}&#xa0;: libre de partage et de modification, si ses auteurs sont cités.</translation>
    </message>
    <message>
        <source>Not for commercial use.</source>
        <translation>Pas d’utilisation commerciale.</translation>
    </message>
    <message>
        <source>Figures are shown unchanged.</source>
        <translation>Les figures sont montrées sans modification.</translation>
    </message>
    <message>
        <source>What is made of it needs the same licence.</source>
        <translation>Ce qui en est tiré doit porter la même licence.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>L’article</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>{section}, paragraph {paragraph}, sentence {sentence}</source>
        <translation>{section}, paragraphe {paragraph}, phrase {sentence}</translation>
    </message>
    <message>
        <source>{place}, word for word</source>
        <translation>{place}, mot pour mot</translation>
    </message>
    <message>
        <source>{place}: “{quote}”</source>
        <translation>{place}&#xa0;: «&#xa0;{quote}&#xa0;»</translation>
    </message>
    <message>
        <source>Article information</source>
        <translation>Informations sur l’article</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Attempts: {number}</source>
        <translation>Tentatives&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Exit code: {code}</source>
        <translation>Code de sortie&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Its film is made when its turn comes.</source>
        <translation>Son film sera créé quand viendra son tour.</translation>
    </message>
    <message>
        <source>Its script and its scenes appear here as they are finished.</source>
        <translation>Son script et ses scènes apparaîtront ici à mesure qu’ils seront terminés.</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>Elle reprendra quand vous la relancerez.</translation>
    </message>
    <message>
        <source>Nothing more is made of it, unless you want it after all.</source>
        <translation>Rien de plus n’en sera créé, sauf si vous le voulez finalement.</translation>
    </message>
    <message>
        <source>The next try is at {time}.</source>
        <translation>Prochaine tentative&#xa0;: {time}.</translation>
    </message>
    <message>
        <source>Made anyway, its film says that the paper was retracted.</source>
        <translation>Créé quand même, son film dira que l’article a été rétracté.</translation>
    </message>
</context>
</TS>
