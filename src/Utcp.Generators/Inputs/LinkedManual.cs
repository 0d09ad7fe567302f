using Utcp.Manuals.Json;

namespace Utcp.Generators.Inputs;

/// <summary>A manual with the files that it refers to, directly or not. The only step that sees all files; what follows re-runs when one of these changed.</summary>
/// <param name="File">The manual.</param>
/// <param name="Parts">The other files, in the order of the references to them.</param>
internal sealed record LinkedManual(ManualFile File, EquatableArray<PartFile> Parts)
{
    /// <summary>The manual with those of the project's files that it refers to.</summary>
    public static LinkedManual Of(ManualFile file, DocumentIndex files)
    {
        if (file.Links.Count == 0)
        {
            return new LinkedManual(file, EquatableArray<PartFile>.Empty);
        }

        var path = DocumentPath.Normalise(file.Path);
        var seen = new HashSet<string>(StringComparer.Ordinal) { path };
        var parts = new List<PartFile>();
        var waiting = new Queue<(string From, string Link)>(file.Links.Select(link => (path, link)));
        while (waiting.Count > 0)
        {
            var (from, link) = waiting.Dequeue();
            foreach (var (found, part) in files.Find(from, link))
            {
                if (seen.Add(found))
                {
                    parts.Add(new PartFile(part.Path, part.Text!, part.Format));
                    foreach (var next in TextFacts.Of(part.Text!).Links)
                    {
                        waiting.Enqueue((found, next));
                    }
                }
            }
        }

        return new LinkedManual(file, new EquatableArray<PartFile>([.. parts]));
    }
}
