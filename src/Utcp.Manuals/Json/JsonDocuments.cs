using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>
/// The documents of one description: the first one and the parts that its references may lead into. They share one range of positions, so that a position tells its document.
/// Nothing is ever loaded from the network or a disk.
/// </summary>
public sealed class JsonDocuments
{
    private readonly List<JsonPart> _all = [];

    /// <summary>Creates a set.</summary>
    /// <param name="first">The document that references start from; its positions start at 0.</param>
    /// <param name="parts">The others. Positions of all together fit an <see cref="int"/>; parts that would not are left out.</param>
    public JsonDocuments(JsonPart first, IEnumerable<JsonPart> parts)
    {
        _all.Add(first);
        long offset = first.Length + 1;
        foreach (var part in parts)
        {
            if (offset + part.Length < int.MaxValue)
            {
                (part.Offset, part.Pointer) = ((int)offset, DocumentPath.From(first.Path, part.Path) + "#");
                offset += part.Length + 1;
                _all.Add(part);
            }
        }
    }

    /// <summary>The document that references start from.</summary>
    public JsonPart First => _all[0];

    /// <summary>The length of all documents together.</summary>
    public long Length => _all.Sum(part => (long)part.Length);

    /// <summary>Problems with the texts of the parts that were read.</summary>
    public IEnumerable<Problem> PartProblems => _all.Skip(1).Where(part => part.Result is not null).SelectMany(part => part.Result!.Problems);

    /// <summary>The document that a position belongs to.</summary>
    public JsonPart At(JsonSpan span)
    {
        var (low, high) = (0, _all.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _all[middle].Offset <= span.Start ? (middle, high) : (low, middle - 1);
        }

        return _all[low];
    }

    /// <summary>The document that a reference names, or null.</summary>
    /// <param name="reference">The reference without its fragment: a URI, or a path from where the document stands that holds it.</param>
    /// <param name="from">The document that holds it.</param>
    public JsonPart? Find(string reference, JsonPart from)
    {
        if (reference.Length == 0)
        {
            return from;
        }

        var path = DocumentPath.Combine(from.Path, reference);
        return _all.Find(part => part.Path == path)
            ?? _all.Find(part => string.Equals(part.Path, path, StringComparison.OrdinalIgnoreCase))
            ?? ByIdentity(reference, from);
    }

    private JsonPart? ByIdentity(string reference, JsonPart from)
    {
        var uri = Uri.TryCreate(from.Identity, UriKind.Absolute, out var root) && Uri.TryCreate(root, reference, out var combined) ? combined.AbsoluteUri : reference;
        return _all.Find(part => part.Identity is { Length: > 0 } identity && (identity == reference || identity == uri));
    }
}
