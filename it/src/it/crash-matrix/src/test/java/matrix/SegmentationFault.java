package matrix;

/** Dies in the first of its tests. */
class SegmentationFaultFirstTest extends Dies {
    SegmentationFaultFirstTest() {
        super(Way.SEGMENTATION_FAULT, 1);
    }
}

/** Dies in the middle of its tests. */
class SegmentationFaultMiddleTest extends Dies {
    SegmentationFaultMiddleTest() {
        super(Way.SEGMENTATION_FAULT, 2);
    }
}

/** Dies in the last of its tests. */
class SegmentationFaultLastTest extends Dies {
    SegmentationFaultLastTest() {
        super(Way.SEGMENTATION_FAULT, 3);
    }
}
