namespace Utcp.Manuals.Json;

/// <summary>
/// Paths of documents, as text: nothing is looked up on a disk. Both slashes separate; "." and ".." are resolved; letters are compared as they are, and without regard to case where that finds nothing, so that a
/// description reads the same on every system.
/// </summary>
public static class DocumentPath
{
    /// <summary>A path with forward slashes, and without "." and "..".</summary>
    public static string Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>The path that a reference names.</summary>
    /// <param name="from">The path of the document that holds the reference.</param>
    /// <param name="reference">The reference, without fragment; percent-encoding is decoded.</param>
    public static string Combine(string from, string reference)
    {
        var path = Uri.UnescapeDataString(reference);
        if (path.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
        {
            path = path.Substring("file://".Length);
        }

        return path.IndexOf("://", StringComparison.Ordinal) >= 0 ? path
            : Normalise(path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':') ? path : from.Substring(0, from.LastIndexOf('/') + 1) + path);
    }

    /// <summary>A path as seen from the folder of another: "schemas/pet.yaml", "../pet.yaml".</summary>
    public static string From(string other, string path)
    {
        var (a, b) = (other.Split('/'), path.Split('/'));
        var same = 0;
        while (same < Math.Min(a.Length, b.Length) - 1 && a[same] == b[same])
        {
            same++;
        }

        return string.Join("/", Enumerable.Repeat("..", a.Length - 1 - same).Concat(b.Skip(same)));
    }

    /// <summary>A reference up to its '#'.</summary>
    public static string WithoutFragment(string reference) => reference.IndexOf('#') is var hash && hash < 0 ? reference : reference.Substring(0, hash);
}
