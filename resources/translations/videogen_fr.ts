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
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
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
        <source>&amp;Copy details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>One job paused.</source>
        <translation>Une tâche mise en pause.</translation>
    </message>
    <message>
        <source>One job goes on.</source>
        <translation>Une tâche reprend.</translation>
    </message>
    <message>
        <source>One job cancelled.</source>
        <translation>Une tâche abandonnée.</translation>
    </message>
    <message>
        <source>One job is in the line again.</source>
        <translation>Une tâche est remise dans la file.</translation>
    </message>
    <message>
        <source>One job removed; its film and files stay on the disk.</source>
        <translation>Une tâche retirée&#x202f;; son film et ses fichiers restent sur le disque.</translation>
    </message>
    <message>
        <source>Approved: its film is made now.</source>
        <translation>Approuvé&#xa0;: son film est créé maintenant.</translation>
    </message>
    <message>
        <source>Its film is made so from now on.</source>
        <translation>Son film sera désormais créé ainsi.</translation>
    </message>
    <message>
        <source>{n} jobs paused.</source>
        <translation>{n} tâches mises en pause.</translation>
    </message>
    <message>
        <source>{n} jobs go on.</source>
        <translation>{n} tâches reprennent.</translation>
    </message>
    <message>
        <source>{n} jobs cancelled.</source>
        <translation>{n} tâches abandonnées.</translation>
    </message>
    <message>
        <source>{n} jobs are in the line again.</source>
        <translation>{n} tâches sont remises dans la file.</translation>
    </message>
    <message>
        <source>{n} jobs removed; their films and files stay on the disk.</source>
        <translation>{n} tâches retirées&#x202f;; leurs films et leurs fichiers restent sur le disque.</translation>
    </message>
    <message>
        <source>{n} scripts approved.</source>
        <translation>{n} scripts approuvés.</translation>
    </message>
    <message>
        <source>{n} films are made so from now on.</source>
        <translation>{n} films seront désormais créés ainsi.</translation>
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
        <source>{amount} free</source>
        <translation>{amount} libres</translation>
    </message>
    <message>
        <source>{files} there already</source>
        <translation>{files} déjà sur place</translation>
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
        <source>Upright, 9:16, for phones</source>
        <translation>Portrait, 9:16, pour téléphones</translation>
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
        <source>Everybody: why it matters, what it means</source>
        <translation>Tout public&#xa0;: l’intérêt et la portée</translation>
    </message>
    <message>
        <source>Specialists: methods and findings</source>
        <translation>Spécialistes&#xa0;: méthodes et résultats</translation>
    </message>
    <message>
        <source>A track to switch on and off</source>
        <translation>Une piste à activer ou désactiver</translation>
    </message>
    <message>
        <source>Drawn into the picture as well</source>
        <translation>Incrustés aussi dans l’image</translation>
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
        <source>Paper: dark on light</source>
        <translation>Papier&#xa0;: sombre sur clair</translation>
    </message>
    <message>
        <source>Dark: light on dark</source>
        <translation>Sombre&#xa0;: clair sur sombre</translation>
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
        <source>There is a file in that place, and no folder.</source>
        <translation>À cet emplacement se trouve un fichier et non un dossier.</translation>
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
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>JobWork</name>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Find the film</source>
        <translation>Localiser le film</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>Films (*.mp4)</translation>
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
        <source>The film is not where it was put.</source>
        <translation>Le film n’est plus à sa place.</translation>
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
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Rien n’a encore été écrit.</translation>
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
        <source>The list of jobs</source>
        <translation>Liste des tâches</translation>
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
        <source>A film that is done already stays as it is until it is made again.</source>
        <translation>Un film déjà terminé reste tel quel jusqu’à ce qu’il soit refait.</translation>
    </message>
    <message>
        <source>Make them so</source>
        <translation>Appliquer</translation>
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
        <source>The film is not where it was. It was moved or deleted.</source>
        <translation>Le film n’est plus à sa place. Il a été déplacé ou supprimé.</translation>
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
        <source>Find film…</source>
        <translation>Localiser le film…</translation>
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
        <source>In it: what the examination of this computer finds, the versions of everything, the settings of the queue, how many jobs there are, which went wrong and why, and the ends of the program’s log and of their logs. Papers from PubMed are named by their numbers.</source>
        <translation>Il contient&#xa0;: le résultat de l’examen de cet ordinateur, toutes les versions, les paramètres de la file d’attente, le nombre de tâches, celles qui ont échoué et pourquoi, ainsi que la fin du journal du programme et de leurs journaux. Les articles de PubMed y sont désignés par leurs numéros.</translation>
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
        <source>Films at once (0: automatic)</source>
        <translation>Films simultanés (0&#xa0;: automatique)</translation>
    </message>
    <message>
        <source>Least free space, bytes</source>
        <translation>Espace libre minimal, octets</translation>
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
    <message>
        <source>Given up after silence, seconds</source>
        <translation>Abandon après silence, secondes</translation>
    </message>
    <message>
        <source>Given up after, seconds</source>
        <translation>Abandon après, secondes</translation>
    </message>
    <message>
        <source>Given up with more memory, bytes</source>
        <translation>Abandon au-delà de cette mémoire, octets</translation>
    </message>
    <message>
        <source>Keep intermediate files, days</source>
        <translation>Conserver les fichiers intermédiaires, jours</translation>
    </message>
    <message>
        <source>Room for intermediate files, bytes</source>
        <translation>Espace pour les fichiers intermédiaires, octets</translation>
    </message>
    <message>
        <source>Keep logs, days</source>
        <translation>Conserver les journaux, jours</translation>
    </message>
    <message>
        <source>Keep history, days</source>
        <translation>Conserver l’historique, jours</translation>
    </message>
    <message>
        <source>Keep folders without a film, days</source>
        <translation>Conserver les dossiers sans film, jours</translation>
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
    <name>Stage</name>
    <message>
        <source>Player</source>
        <translation>Lecteur</translation>
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
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>One paper added.</source>
        <translation>Un article ajouté.</translation>
    </message>
    <message>
        <source>{n} papers added.</source>
        <translation>{n} articles ajoutés.</translation>
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
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Make it after all</source>
        <translation>Le créer quand même</translation>
    </message>
    <message>
        <source>Make it all the same</source>
        <translation>Le créer malgré tout</translation>
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
</context>
</TS>
