using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Utcp.Corpus.Tests;

/// <summary>What a person found who looked at the reports in real documents, by kind. A kind without a verdict fails the test.</summary>
internal static class RuleVerdicts
{
    /// <summary>Stands where nobody has looked.</summary>
    public const string None = "NOT LOOKED AT";

    private static readonly (string Id, string Start, string Verdict)[] s_all =
    [
        ("UTCP104", "The tool has no description", "right: neither a description nor a summary, of the operation or its path."),
        ("UTCP105", "The name has more than 64", "right: each of these ids is longer than what models take."),
        ("UTCP105", "The name holds", "right: the character stands in the operationId or the tool's name; models refuse it."),
        ("UTCP106", "A value in the example fits none", "right: the object lacks what every one of the cases lists, or has other types."),
        ("UTCP106", "A value in the example has fewer", "right: shortened or made-up ids below the `minLength` of the schema."),
        ("UTCP106", "A value in the example is a number", "right: the server sends text or an object there, the example shows a number."),
        ("UTCP106", "A value in the example is a string", "right: text in the place of a number, list or object."),
        ("UTCP106", "A value in the example is an array", "right: a list where the schema has one object."),
        ("UTCP106", "A value in the example is an object", "right: one object where the schema has a list."),
        ("UTCP106", "A value in the example is no property", "right: the schema says `additionalProperties: false` and names others."),
        ("UTCP106", "A value in the example is not one", "right: the `enum` has other values."),
        ("UTCP106", "The default fits none", "right: the text \"null\" in quotes, which no case takes."),
        ("UTCP106", "The default is a string", "right: `\"false\"`, `\"1024\"` or `\"null\"` in quotes."),
        ("UTCP106", "The default is an array", "right: the default of the list was written at its items."),
        ("UTCP106", "The default is not one", "right: \"\" is not in the `enum`."),
        ("UTCP106", "The example has more", "right: two items beside `maxItems: 1`."),
        ("UTCP106", "The example is a number", "right: the schema has text or a list there."),
        ("UTCP106", "The example is a string", "right: JSON or a number written as text, in quotes, in the place of the value."),
        ("UTCP106", "The example is an array", "right: the list of examples was written at `example`, or the value has brackets too many."),
        ("UTCP106", "The example is an object", "right: the example of the object around it was written at its property."),
        ("UTCP106", "The example is not one", "right: other letters, or another value, than the `enum` has."),
        ("UTCP107", "A GET request has a body", "right: the operation is a GET and has a body with content."),
        ("UTCP208", "Calls go to another server", "right: a list of servers with an unencrypted one beside the one that calls go to. It is an information only, as nothing is sent there."),
        ("UTCP201", "The URL sends unencrypted", "right: `http://` to a host on the internet, as server, as tool URL, or as the page where people log in. Weaviate's stands in for a URL that is set later, and says `http://` too."),
    ];

    /// <summary>The message of a report without what differs from place to place.</summary>
    public static string KindOf(Diagnostic diagnostic)
    {
        var message = Regex.Replace(diagnostic.GetMessage(CultureInfo.InvariantCulture), @"( The same is wrong at .*)?( \(at .+\))?( The same is wrong at .*)?$", "", RegexOptions.Singleline);
        message = Regex.Replace(message, "'[^']*'|\\$\\{[^}]*\\}", "…");
        return message.Split(':')[0].Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <summary>How many places a report stands for.</summary>
    public static int PlacesOf(Diagnostic diagnostic) =>
        Regex.Match(diagnostic.GetMessage(CultureInfo.InvariantCulture), @"The same is wrong at (\d+) more place") is { Success: true } match ? 1 + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;

    /// <summary>The verdict about a kind.</summary>
    public static string Of(string id, string kind) => s_all.FirstOrDefault(one => one.Id == id && kind.StartsWith(one.Start, StringComparison.Ordinal)).Verdict ?? None;
}
