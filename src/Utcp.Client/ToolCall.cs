using System.Text.Json;

namespace Utcp.Client;

/// <summary>A call of a tool as protocols see it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Manual">The manual that brought it.</param>
/// <param name="Arguments">The arguments: an object, or <see cref="JsonValueKind.Undefined"/> for none.</param>
/// <param name="Options">What the call does differently, or null.</param>
public readonly record struct ToolCall(RegisteredTool Tool, ManualContext Manual, JsonElement Arguments, UtcpCallOptions? Options);
