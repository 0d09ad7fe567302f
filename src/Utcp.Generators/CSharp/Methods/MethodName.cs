namespace Utcp.Generators.CSharp.Methods;

/// <summary>What a tool is called in C#.</summary>
/// <param name="Method">The method, such as <c>ListForRepoAsync</c>.</param>
/// <param name="Operation">The field that describes the request, such as <c>ListForRepo</c>.</param>
/// <param name="TypeStem">What types that belong to the tool alone are named after, such as <c>IssuesListForRepo</c>.</param>
internal sealed record MethodName(string Method, string Operation, string TypeStem);
