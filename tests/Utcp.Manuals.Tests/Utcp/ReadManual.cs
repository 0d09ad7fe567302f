using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Tests.Review;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

/// <summary>A manual that was read from text, and what the reader said about it.</summary>
internal sealed class ReadManual
{
    private ReadManual(string text, Manual? manual, IReadOnlyList<Problem> problems)
    {
        Text = text;
        Result = manual;
        Problems = problems;
    }

    public string Text { get; }

    public Manual? Result { get; }

    public Manual Manual => Result ?? throw new InvalidOperationException("no manual: " + string.Join("; ", Problems));

    public IReadOnlyList<Problem> Problems { get; }

    public Tool Tool => Assert.Single(Manual.Tools);

    /// <summary>The problems as "CODE pointer", in order; behind those of the reader what the review finds about security.</summary>
    public IEnumerable<string> Places => Problems.Select(problem => (problem.Code + " " + problem.Pointer).TrimEnd());

    public static ReadManual From(string text)
    {
        var json = JsonDocumentReader.Read(text);
        Assert.Empty(json.Problems);
        var problems = new ProblemList(json.Root);
        var manual = UtcpManualReader.Read(json.Root!, problems);
        SecurityReview.AddTo(problems, json.Root!);
        return new ReadManual(text, manual, problems.Problems);
    }

    /// <summary>A manual of tools, each given as the text of an object.</summary>
    public static ReadManual Of(params string[] tools) => From("""{"utcp_version":"1.0.1","tools":[""" + string.Join(",", tools) + "]}");

    /// <summary>A manual of one http tool.</summary>
    /// <param name="fields">More fields of its template, such as <c>"http_method":"POST"</c>.</param>
    /// <param name="inputs">The names of its inputs, all strings.</param>
    /// <param name="url">Its URL.</param>
    public static ReadManual Http(string fields = "", string inputs = "", string url = "https://h/x") => Of(HttpTool("t", fields, inputs, url));

    public static string HttpTool(string name, string fields = "", string inputs = "", string url = "https://h/x") =>
        Tool0(name, $$"""{"call_template_type":"http","url":"{{url}}"{{(fields.Length > 0 ? "," : "")}}{{fields}} }""", inputs);

    /// <summary>A manual of one tool with a template.</summary>
    public static ReadManual Template(string template, string inputs = "") => Of(Tool0("t", template, inputs));

    public string TextAt(JsonSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The parameters as "name:Location", in order.</summary>
    public string Placed => string.Join(" ", Tool.Parameters.Select(parameter => parameter.Name + ":" + parameter.Location));

    private static string Tool0(string name, string template, string inputs)
    {
        var properties = string.Join(",", inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(input => $$"""
            "{{input}}":{"type":"string"}
            """));
        return $$"""{"name":"{{name}}","inputs":{"type":"object","properties":{ {{properties}} } },"tool_call_template":{{template}} }""";
    }
}
