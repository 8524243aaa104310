"""What a batch is given: files, folders, lists and buckets, document by document."""
