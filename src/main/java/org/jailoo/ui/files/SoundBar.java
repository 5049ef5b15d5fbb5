package org.jailoo.ui.files;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Page;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Play and pause, where it is, and the way to another place. */
final class SoundBar extends VBox {
    private final Page page;
    private final Player player;
    private final String sha256;
    private final String type;
    private final double seconds;
    private final Button play = new Button();
    private final Slider slider = new Slider();
    private final Label time = new Label();
    private final Label said = new Label();
    private boolean following;

    SoundBar(Page page, Player player, Json.Obj item) {
        super(4);
        this.page = page;
        this.player = player;
        this.sha256 = FilesModel.text(item, "sha256");
        this.type = FilesModel.text(item, "mediaType");
        this.seconds = item.get("seconds") instanceof Json.Int whole ? whole.value() : 0;
        play.getStyleClass().add("sound-play");
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(event -> toggle());
        slider.setMin(0);
        slider.setMax(Math.max(1, seconds));
        slider.setBlockIncrement(5);
        slider.setAccessibleText(page.text("files.sound.position"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((p, was, is) -> {
            if (!following && isMine()) {
                player.seek(is.doubleValue());
            }
            showTime();
        });
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().addAll("quiet", "small");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().addAll("quiet", "small");
        HBox line = new HBox(10, play, slider, time);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        page.listen(player.state(), now -> show());
        page.listen(player.playing(), now -> show());
        page.listen(player.position(), now -> show());
        show();
    }

    private boolean isMine() {
        return sha256.equals(player.playing().get());
    }

    private boolean isPlaying() {
        Player.State now = player.state().get();
        return isMine() && (now == Player.State.PLAYING || now == Player.State.OPENING);
    }

    private void toggle() {
        if (isPlaying()) {
            player.pause();
        } else {
            player.play(sha256, type, slider.getValue() >= slider.getMax() - 0.5 ? 0 : slider.getValue());
        }
    }

    private void show() {
        boolean playing = isPlaying();
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setText(page.text(playing ? "files.sound.pause" : "files.sound.play"));
        following = true;
        if (isMine() && !slider.isValueChanging()) {
            slider.setValue(player.position().get());
        }
        following = false;
        Player.State now = isMine() ? player.state().get() : Player.State.QUIET;
        boolean trouble = now == Player.State.NOT_PLAYABLE || now == Player.State.NO_LOUDSPEAKER;
        if (trouble) {
            said.setText(page.text(
                    now == Player.State.NOT_PLAYABLE ? "files.sound.not-playable" : "files.sound.no-loudspeaker"));
        }
        if (trouble && !getChildren().contains(said)) {
            getChildren().add(said);
        } else if (!trouble) {
            getChildren().remove(said);
        }
        showTime();
    }

    private void showTime() {
        time.setText(Kinds.time(slider.getValue()) + " / " + Kinds.time(seconds));
    }
}
