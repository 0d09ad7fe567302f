using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>
/// What is left of an operation's id when its client is named before it: <c>issues/list-for-repo</c> in the group <c>issues</c> is <c>list-for-repo</c>,
/// <c>drive.files.list</c> of the Drive API in <c>files</c> is <c>list</c>, <c>PetsController_list</c> is <c>list</c>. Only words at the start go, and only where the
/// id has separators: <c>listPets</c> stays, whatever its group.
/// </summary>
internal static class ShortName
{
    private static readonly char[] Separators = ['.', '/', '_', '-', ':', ' ', '#'];
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    /// <summary>The part of an id that a method is named after.</summary>
    /// <param name="id">The operation's id, or the name made for it.</param>
    /// <param name="group">The tag of its group, or null on the root client.</param>
    /// <param name="title">The document's title.</param>
    public static string Of(string id, string? group, string title)
    {
        var start = AfterGroup(id, AfterTitle(id, title), group) ?? AfterGroup(id, 0, group) ?? AfterController(id, group) ?? AfterTitle(id, title);
        var rest = id.Substring(start).TrimStart(Separators);

        // A name that starts with a digit, or is none, says less than the whole.
        return WithoutShouting(rest.Length > 0 && char.IsLetter(rest[0]) ? rest : id);
    }

    /// <summary>An id without the word "Controller" behind its first name.</summary>
    public static string WithoutController(string id) => AfterController(id, "") is { } end ? id.Substring(0, end - "Controller".Length) + id.Substring(end) : id;

    // Namespaces end in a dot or a slash: "weaviate.root" says nothing that WeaviateClient.Root does not.
    private static int AfterTitle(string id, string title)
    {
        var end = id.IndexOfAny(['.', '/']);
        return end > 0 && end < id.Length - 1 && title.Split([' ', '-', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries).Contains(id.Substring(0, end), StringComparer.OrdinalIgnoreCase) ? end + 1 : 0;
    }

    private static int? AfterGroup(string id, int start, string? group)
    {
        if (group is null || Key(group) is not { Length: > 0 } wanted)
        {
            return null;
        }

        for (var end = id.IndexOfAny(Separators, start); end >= 0; end = id.IndexOfAny(Separators, end + 1))
        {
            if (Key(id.Substring(start, end - start)) == wanted)
            {
                return end;
            }
        }

        return null;
    }

    // Frameworks name the class that serves an operation, which is no business of the caller's.
    private static int? AfterController(string id, string? group)
    {
        var end = id.IndexOfAny(Separators);
        return group is not null && end > 0 && id.Substring(0, end).EndsWith("Controller", StringComparison.Ordinal) ? end : null;
    }

    // "Pull requests", "pull-request" and "PullRequests" are the same words.
    private static string Key(string text)
    {
        var key = new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return key.EndsWith("ies", StringComparison.Ordinal) ? key.Substring(0, key.Length - 3) + "y"
            : key.EndsWith("s", StringComparison.Ordinal) ? key.Substring(0, key.Length - 1) : key;
    }

    // "POST_mail-send" is written by tools, not by people.
    private static string WithoutShouting(string id)
    {
        var end = id.IndexOfAny(Separators);
        return end > 0 && Methods.Contains(id.Substring(0, end), StringComparer.Ordinal) ? id.Substring(0, end).ToLowerInvariant() + id.Substring(end) : id;
    }
}
