package threads;

/** What {@link OtherThreadEngine} finds. */
class StoryTest {}
