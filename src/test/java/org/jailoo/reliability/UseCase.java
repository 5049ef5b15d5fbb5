package org.jailoo.reliability;

/** Everything that a person does and that writes: into the notebook, or a file beside it. */
enum UseCase {
    SAVE(RecordDeeds::save),
    SAVE_NAME(RecordDeeds::saveName),
    DRAFT(RecordDeeds::draft),
    DISCARD(RecordDeeds::discard),
    DELETE(RecordDeeds::delete),
    SETTLE(RecordDeeds::settle),
    LINK(RecordDeeds::link),
    SEPARATE(RecordDeeds::separate),
    ROUND(RecordDeeds::round),
    ADD_FILE(RecordDeeds::addFile),
    DROP_FILE(RecordDeeds::dropFile),
    TABLE(RecordDeeds::table),
    SHEET_BACK(RecordDeeds::sheetBack),
    CHOICE(RecordDeeds::choice),
    PURGE(ErasingDeeds::purge),
    WITHDRAW(ErasingDeeds::withdraw),
    STOP_USING(ErasingDeeds::stopUsing),
    ACCEPT_PURGE(ErasingDeeds::acceptPurge),
    GIVE_UP_NAMES(ErasingDeeds::giveUpNames),
    IMPORT(ExchangeDeeds::importBundle),
    IMPORT_PURGES(ExchangeDeeds::importPurges),
    UNDO_OUT(ExchangeDeeds::undoOut),
    UNDO_REVERT(ExchangeDeeds::undoRevert),
    TRUST(ExchangeDeeds::trust),
    BLOCK(ExchangeDeeds::block),
    JOIN_TEAM(ExchangeDeeds::joinTeam),
    RETIRE(ExchangeDeeds::retire),
    NEW_INSTANCE(ExchangeDeeds::newInstance),
    EXPORT(ExchangeDeeds::export),
    EXPORT_PLAIN(ExchangeDeeds::exportPlain),
    RECEIPT(ExchangeDeeds::receipt),
    FOLDER_WRITE(ExchangeDeeds::folderWrite),
    FOLDER_TAKE(ExchangeDeeds::folderTake),
    BACKUP(ExchangeDeeds::backUp),
    CARD(ExchangeDeeds::card),
    TEAM_LIST(ExchangeDeeds::teamList),
    WORKBOOK(PaperDeeds::workbook),
    WORKBOOK_LOCKED(PaperDeeds::workbookLocked),
    CSV(PaperDeeds::csv),
    TESTIMONY(PaperDeeds::testimony),
    SHEET_OUT(PaperDeeds::sheetOut),
    REGISTER(PaperDeeds::register),
    FORM(PaperDeeds::form),
    COPY_OUT(PaperDeeds::copyOut),
    TEXT_OUT(PaperDeeds::textOut),
    PASSPHRASE(KeyDeeds::passphrase),
    NAMES_APART(KeyDeeds::namesApart),
    KIT(KeyDeeds::kit),
    KIT_SEALED(KeyDeeds::kitSealed),
    ROTATE(KeyDeeds::rotate),
    RECOVER(KeyDeeds::recover),
    NEW_NOTEBOOK(KeyDeeds::newNotebook),
    RESTORE(KeyDeeds::restore),
    MIGRATE(KeyDeeds::migrate),
    CLOSE(KeyDeeds::closeWhileSaving),
    ERASE(KeyDeeds::erase),
    /** What another use case needs to be there first; no use case of its own. */
    PREPARE(RecordDeeds::save);

    /** Does it once. */
    interface Deed {
        void play(World world) throws Exception;
    }

    @SuppressWarnings("ImmutableEnumChecker") // Each is a method without a state.
    private final Deed deed;

    UseCase(Deed deed) {
        this.deed = deed;
    }

    void play(World world) throws Exception {
        deed.play(world);
    }
}
