-- Neovim, headless, configured as docs/editors.md says, with a draft open: its findings, a code action.
local out = assert(io.open(os.getenv("RESLINT_OUT"), "w"))
local function finish(command)
  out:close()
  vim.cmd(command)
end
local function wait(what, fits)
  if not vim.wait(60000, fits, 20) then
    out:write("waited in vain for " .. what .. "\n")
    finish("cquit 1")
  end
end
local buffer = vim.api.nvim_get_current_buf()
local function found()
  return vim.diagnostic.get(buffer)
end
wait("findings", function() return #found() > 0 end)
local one = found()[1]
out:write(string.format("%d:%d-%d %s\n", one.lnum, one.col, one.end_col, one.code))
vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col })
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait("no finding", function() return #found() == 0 end)
out:write(vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1] .. "\n")
finish("qall!")
