using Utcp.Manuals.Json;

namespace Utcp.Generators.Inputs;

/// <summary>The documents of a project by what references may call them. Made once for all manuals, as a project may have hundreds.</summary>
internal sealed class DocumentIndex
{
    private readonly ILookup<string, (string Path, DocumentFile File)> _byPath;
    private readonly ILookup<string, (string Path, DocumentFile File)> _byUri;

    public DocumentIndex(IEnumerable<DocumentFile> files)
    {
        var known = files.Where(file => file.Text is not null).Select(file => (Path: DocumentPath.Normalise(file.Path), File: file)).ToList();
        _byPath = known.ToLookup(file => file.Path, StringComparer.OrdinalIgnoreCase);
        _byUri = known.SelectMany(file => ReferenceScan.IdentifiersOf(file.File.Text!).Select(uri => (Uri: uri, Named: file))).ToLookup(pair => pair.Uri, pair => pair.Named, StringComparer.Ordinal);
    }

    /// <summary>The files that a reference may lead to: those at its path, in any case of letters, else those that have its URI as <c>$id</c> or <c>$self</c>.</summary>
    /// <param name="from">The normalised path of the file it stands in.</param>
    /// <param name="link">The reference without its fragment.</param>
    public IEnumerable<(string Path, DocumentFile File)> Find(string from, string link)
    {
        var path = DocumentPath.Combine(from, link);
        return _byPath.Contains(path) || link.IndexOf("://", StringComparison.Ordinal) < 0 ? _byPath[path] : _byUri[link];
    }
}
