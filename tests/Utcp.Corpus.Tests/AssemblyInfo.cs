// Large compilations side by side would need several gigabytes; each test uses both cores by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
