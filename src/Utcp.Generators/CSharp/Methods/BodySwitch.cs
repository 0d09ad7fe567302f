namespace Utcp.Generators.CSharp.Methods;

/// <summary>A property of the body that says whether the answer is to be a stream. The method knows, so that its caller need not say it.</summary>
/// <param name="ParameterName">The body's parameter.</param>
/// <param name="IsOptional">Whether the body may be left out.</param>
/// <param name="PropertyName">The property in C#.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record BodySwitch(string ParameterName, bool IsOptional, string PropertyName, bool Value);
