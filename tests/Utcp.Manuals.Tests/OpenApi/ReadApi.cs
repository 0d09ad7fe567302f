using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Tests.Review;

namespace Utcp.Manuals.Tests.OpenApi;

/// <summary>An OpenAPI document that was read from text, and what the reader said about it.</summary>
internal sealed class ReadApi
{
    private ReadApi(string text, Manual? manual, IReadOnlyList<Problem> problems)
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

    public HttpCall Call => Assert.IsType<HttpCall>(Tool.Call);

    /// <summary>The problems as "CODE pointer", in order; behind those of the reader what the review finds about security.</summary>
    public string Places => string.Join("; ", Problems.Select(problem => (problem.Code + " " + problem.Pointer).TrimEnd()));

    /// <summary>The parameters as "name:Location", in order.</summary>
    public string Placed => string.Join(" ", Tool.Parameters.Select(parameter => parameter.Name + ":" + parameter.Location + (parameter.Required ? "!" : "")));

    /// <summary>The variables, in order; those that may be missing with a question mark.</summary>
    public string Variables => string.Join(" ", Tool.Variables.Select(variable => variable.Name + (variable.Required ? "" : "?")));

    public static ReadApi From(string text, string? url = null)
    {
        var json = JsonDocumentReader.Read(text);
        Assert.True(json.Root is not null, string.Join('\n', json.Problems));
        var problems = new ProblemList(json.Root);
        var manual = OpenApiReader.Read(json.Root, problems, url, TestContext.Current.CancellationToken);
        SecurityReview.AddTo(problems, json.Root, url);
        return new ReadApi(text, manual, problems.Problems);
    }

    /// <summary>A document of OpenAPI 3.1 with an https server.</summary>
    /// <param name="paths">The members of <c>paths</c>.</param>
    /// <param name="more">More members of the document.</param>
    /// <param name="url">Where the document was loaded from.</param>
    public static ReadApi Of(string paths, string more = "\"servers\":[{\"url\":\"https://h\"}]", string? url = null) =>
        From($$"""{"openapi":"3.1.0","info":{"title":"T","version":"1"},{{more}},"paths":{ {{paths}} } }""", url);

    /// <summary>A document with the operation <c>GET /x</c>.</summary>
    /// <param name="operation">The members of the operation.</param>
    /// <param name="more">More members of the document.</param>
    public static ReadApi Operation(string operation, string more = "\"servers\":[{\"url\":\"https://h\"}]") => Of($$"""
        "/x":{"get":{"operationId":"op"{{(operation.Length > 0 ? "," : "")}}{{operation}} } }
        """, more);

    /// <summary>A Swagger 2.0 document.</summary>
    public static ReadApi Swagger(string paths, string more = "\"host\":\"h\",\"schemes\":[\"https\"]") =>
        From($$"""{"swagger":"2.0","info":{"title":"T","version":"1"},{{more}},"paths":{ {{paths}} } }""");

    public string TextAt(JsonSpan span) => Text.Substring(span.Start, span.Length);
}
