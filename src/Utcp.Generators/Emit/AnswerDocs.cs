using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes what the documentation of a method says about its answers.</summary>
internal static class AnswerDocs
{
    private const int MaxDescription = 200;
    private const int MaxLines = 12;

    /// <summary>Writes the exceptions that answers of the server become.</summary>
    public static void Exceptions(SourceFile file, MethodModel method)
    {
        if (method.Socket is not null)
        {
            OfSocket(file, method.Result.Kind == ResultKind.Session);
            return;
        }

        var exception = file.Names.Of(FrameworkTypes.HttpException);
        foreach (var group in method.Errors.Where(error => error.Type is not null).GroupBy(error => error.Type!))
        {
            // A type argument of a reference must be a plain name; others can only be described.
            var argument = group.Key is GeneratedType generated ? generated.Identity.Name : "TError";
            file.Element("exception", " cref=\"" + exception + "{" + argument + "}\"", Statuses(group));
        }

        var others = method.Errors.Where(error => error.Type is null).ToList();
        file.Element("exception", " cref=\"" + exception + "\"", "The server answered with an error status" + (others.Count == 0 ? "." : ", such as " + Statuses(others)));
    }

    private static void OfSocket(SourceFile file, bool isSession)
    {
        if (!isSession)
        {
            Add(FrameworkTypes.ToolException, "The tool reported that the call failed.");
        }

        Add(FrameworkTypes.ConnectionException, isSession ? "No connection could be opened." : "No connection could be opened, or it ended before the reply.");
        Add(FrameworkTypes.HttpException, "The server refused the connection with an error status.");
        Add(FrameworkTypes.TimeoutException, isSession ? "The connection took too long." : "The reply took too long.");

        void Add(FrameworkType type, string when) => file.Element("exception", " cref=\"" + file.Names.Of(type) + "\"", when);
    }

    private static string Statuses(IEnumerable<ErrorModel> errors)
    {
        var lines = errors.Select(Line).ToList();
        return string.Join("\n", lines.Take(MaxLines)) + (lines.Count > MaxLines ? "\n…" : "");
    }

    private static string Line(ErrorModel error)
    {
        var status = error.Status.IsAny ? "any other status" : error.Status.ToString();
        var text = string.Join(" ", error.Description.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        text = text.Length > MaxDescription ? text.Substring(0, MaxDescription) + "…" : text;
        return text.Length == 0 ? status + "." : status + ": " + text + (text[text.Length - 1] is '.' or '!' or '?' or '…' ? "" : ".");
    }
}
