package dev.ramah.conversation;

/** Whether customers can be written to when they are not here. */
public interface Letterbox {

    boolean isOpen();
}
